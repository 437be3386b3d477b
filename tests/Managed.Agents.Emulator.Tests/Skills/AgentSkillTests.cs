namespace Managed.Agents.Emulator.Tests;

public sealed class AgentSkillTests
{
    [Fact]
    public async Task A_session_starts_with_existing_skills()
    {
        await using var api = await TestApi.StartAsync();
        var custom = await api.UploadAsync("/v1/skills", Forms.Skill());

        (await StartAsync(api, """{"type":"anthropic","skill_id":"xlsx"}""")).ShouldSucceed();
        (await StartAsync(api, $$"""{"type":"custom","skill_id":"{{custom.Id}}","version":"latest"}""")).ShouldSucceed();
        (await StartAsync(api, $$"""{"type":"custom","skill_id":"{{custom.Id}}","version":"{{custom.Text("latest_version_id")}}"}""")).ShouldSucceed();
    }

    [Theory]
    [InlineData("""{"type":"anthropic","skill_id":"csv"}""")]
    [InlineData("""{"type":"custom","skill_id":"skill_none"}""")]
    [InlineData("""{"type":"custom","skill_id":"xlsx"}""")]
    [InlineData("""{"type":"anthropic","skill_id":"xlsx","version":"skillver_none"}""")]
    public async Task A_session_with_a_missing_skill_is_rejected(string skill)
    {
        await using var api = await TestApi.StartAsync();

        (await StartAsync(api, skill)).ShouldBeMissing();
    }

    [Fact]
    public async Task Missing_skills_of_roster_agents_are_rejected()
    {
        await using var api = await TestApi.StartAsync();
        var member = await api.CreateAgentAsync("member", more: ""","skills":[{"type":"custom","skill_id":"skill_none"}]""");
        var lead = await api.CreateAgentAsync("lead", more: $$""","multiagent":{"type":"coordinator","agents":["{{member}}"]}""");

        var team = await api.CreateAgentAsync("team", more: $$""","multiagent":{"type":"coordinator","agents":["{{await api.CreateAgentAsync()}}"]}""");

        (await CreateAsync(api, lead)).ShouldBeMissing();
        (await CreateAsync(api, team)).ShouldSucceed();
    }

    private static async Task<Answer> StartAsync(TestApi api, string skill) =>
        await CreateAsync(api, await api.CreateAgentAsync(more: $$""","skills":[{{skill}}]"""));

    private static async Task<Answer> CreateAsync(TestApi api, string agent) =>
        await api.PostAsync("/v1/sessions", $$"""{"agent":"{{agent}}","environment_id":"{{await api.CreateEnvironmentAsync()}}"}""");
}
