using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>The resources of a session.</summary>
public sealed class SessionResourceTests
{
    private const string Repository = """{"type":"github_repository","url":"https://github.com/acme/web","authorization_token":"ghp_secret","checkout":{"type":"branch","name":"main"}}""";

    [Fact]
    public async Task Resources_get_default_mount_paths_and_secrets_are_not_returned()
    {
        await using var api = await TestApi.StartAsync();
        var file = (await api.UploadAsync("/v1/files", Forms.File())).Id;

        var session = await CreateAsync(api, $$"""[{"type":"file","file_id":"{{file}}"},{{Repository}},{{await StoreAsync(api)}}]""");

        var resources = session["resources"]!.AsArray();
        resources[0]!["mount_path"]!.GetValue<string>().ShouldBe($"/mnt/session/uploads/{file}");
        resources[0]!["id"]!.GetValue<string>().ShouldStartWith("sesrsc_01");
        resources[1]!["mount_path"]!.GetValue<string>().ShouldBe("/workspace/web");
        resources[2]!["access"]!.GetValue<string>().ShouldBe("read_write");
        session.Body.ToJsonString().ShouldNotContain("ghp_secret");
    }

    [Theory]
    [InlineData("""{"type":"github_repository","url":"https://github.com/acme/web.git"}""", "resources[0].url")]
    [InlineData("""{"type":"github_repository","url":"http://github.com/acme/web"}""", "resources[0].url")]
    [InlineData("""{"type":"github_repository","url":"https://github.com/acme"}""", "resources[0].url")]
    [InlineData("""{"type":"file","file_id":"file_1","mount_path":"/etc/passwd"}""", "resources[0].mount_path")]
    [InlineData("""{"type":"file","file_id":"file_1","mount_path":"/mnt/session/uploads/../x"}""", "resources[0].mount_path")]
    public async Task Invalid_mount_paths_and_addresses_are_rejected(string resource, string problem)
    {
        await using var api = await TestApi.StartAsync();

        var answer = await CreateAsync(api, $"[{resource}]");

        answer.Status.ShouldBe(400);
        answer.Message.ShouldContain(problem);
    }

    [Fact]
    public async Task More_than_8_memory_stores_or_500_files_are_rejected()
    {
        await using var api = await TestApi.StartAsync();
        string Many(int count, string resource) => $"[{string.Join(',', Enumerable.Repeat(resource, count))}]";

        (await CreateAsync(api, Many(9, """{"type":"memory_store","memory_store_id":"memstore_1"}"""))).Message.ShouldContain("at most 8");
        (await CreateAsync(api, Many(501, """{"type":"file","file_id":"file_1"}"""))).Message.ShouldContain("at most 500");
    }

    [Theory]
    [InlineData("""{"type":"file","file_id":"file_1"}""", 400)]
    [InlineData(Repository, 400)]
    [InlineData(null, 200)]
    public async Task A_self_hosted_environment_supports_memory_stores_only(string? resource, int status)
    {
        await using var api = await TestApi.StartAsync();

        (await CreateAsync(api, $"[{resource ?? await StoreAsync(api)}]", """{"type":"self_hosted"}""")).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Files_are_added_listed_retrieved_and_removed()
    {
        await using var api = await TestApi.StartAsync();
        var session = (await CreateAsync(api, $"[{Repository}]")).Id;
        var upload = (await api.UploadAsync("/v1/files", Forms.File())).Id;

        var file = await api.PostAsync($"/v1/sessions/{session}/resources", $$"""{"type":"file","file_id":"{{upload}}","mount_path":"/mnt/session/uploads/data.csv"}""");

        (await api.GetAsync($"/v1/sessions/{session}/resources")).Data.Select(static resource => resource["type"]!.GetValue<string>()).ShouldBe(["github_repository", "file"]);
        (await api.GetAsync($"/v1/sessions/{session}/resources/{file.Id}"))["mount_path"]!.GetValue<string>().ShouldBe("/mnt/session/uploads/data.csv");
        (await api.DeleteAsync($"/v1/sessions/{session}/resources/{file.Id}")).Body.ToJsonString().ShouldBe($$"""{"id":"{{file.Id}}","type":"session_resource_deleted"}""");
        (await api.GetAsync($"/v1/sessions/{session}/resources/{file.Id}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Only_a_repositorys_token_can_be_changed_and_only_files_can_be_removed()
    {
        await using var api = await TestApi.StartAsync();
        var file = (await api.UploadAsync("/v1/files", Forms.File())).Id;
        var session = await CreateAsync(api, $$"""[{"type":"file","file_id":"{{file}}"},{{Repository}}]""");
        string Id(int index) => ((JsonObject)session["resources"]![index]!).Id();

        (await api.PostAsync($"/v1/sessions/{session.Id}/resources/{Id(1)}", """{"authorization_token":"new"}""")).Status.ShouldBe(200);
        (await api.PostAsync($"/v1/sessions/{session.Id}/resources/{Id(0)}", """{"authorization_token":"new"}""")).Status.ShouldBe(400);
        (await api.DeleteAsync($"/v1/sessions/{session.Id}/resources/{Id(1)}")).Status.ShouldBe(400);
    }

    private static async Task<string> StoreAsync(TestApi api) =>
        $$"""{"type":"memory_store","memory_store_id":"{{(await api.PostAsync("/v1/memory_stores", """{"name":"notes"}""")).Id}}","instructions":"Read first."}""";

    private static async Task<Answer> CreateAsync(TestApi api, string resources, string config = """{"type":"cloud"}""") =>
        await api.PostAsync("/v1/sessions", $$"""{"agent":"{{await api.CreateAgentAsync()}}","environment_id":"{{await api.CreateEnvironmentAsync(config)}}","resources":{{resources}}}""");
}
