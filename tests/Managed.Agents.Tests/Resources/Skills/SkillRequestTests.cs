using Managed.Agents.Tests.Framework;
using Xunit;

namespace Managed.Agents.Tests.Resources.Skills;

public sealed class SkillRequestTests
{
    private static readonly Exchange[] Exchanges =
    [
        new("GET /v1/skills/skill_1", static client => client.Skills.GetAsync("skill_1")),
        new("GET /v1/skills?source=custom", static client => client.Skills.ListAsync(new() { Source = SkillSourceType.Custom }).ReadAsync()) { Response = Lists.Empty },
        new("DELETE /v1/skills/skill_1", static client => client.Skills.DeleteAsync("skill_1")),
        new("GET /v1/skills/skill_1/versions/latest", static client => client.Skills.Versions.GetAsync("skill_1", "latest")),
        new("GET /v1/skills/skill_1/versions?limit=3", static client => client.Skills.Versions.ListAsync("skill_1", new() { PageSize = 3 }).ReadAsync()) { Response = Lists.Empty },
        new("DELETE /v1/skills/skill_1/versions/skillver_1", static client => client.Skills.Versions.DeleteAsync("skill_1", "skillver_1")),
    ];

    public static TheoryData<string> Names => Theories.Of(Exchanges.Select(static exchange => exchange.Request));

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_call_sends_its_request(string request) => Exchanges.Single(exchange => exchange.Request == request).VerifyAsync();
}
