using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

public sealed class MemoryStoreTests
{
    private const string AgentMemory = "agent-memory-2026-07-22";

    [Fact]
    public async Task A_store_is_created_updated_archived_and_deleted()
    {
        await using var api = await TestApi.StartAsync();

        var made = (await api.PostAsync("/v1/memory_stores", """{"name":"Notes","metadata":{"a":"1"}}""")).ShouldSucceed();
        made.Id.ShouldStartWith("memstore_01");
        made.Text("description").ShouldBe("");

        var path = $"/v1/memory_stores/{made.Id}";
        var changed = (await api.PostAsync(path, """{"name":"Facts","description":"All.","metadata":{"a":null,"b":"2"}}""")).ShouldSucceed();
        changed.Text("name").ShouldBe("Facts");
        changed["metadata"]!.ToJsonString().ShouldBe("""{"b":"2"}""");
        (await api.PostAsync(path, """{"description":null,"name":null}""")).Text("description").ShouldBe("All.");
        (await api.PostAsync(path, """{"description":""}""")).Text("description").ShouldBe("");

        var archived = (await api.PostAsync($"{path}/archive")).ShouldSucceed();
        archived["archived_at"].ShouldNotBeNull();
        (await api.PostAsync($"{path}/archive")).Text("archived_at").ShouldBe(archived.Text("archived_at"));
        (await api.DeleteAsync(path)).ShouldSucceed().Text("type").ShouldBe("memory_store_deleted");
        (await api.GetAsync(path)).ShouldBeMissing();
        (await api.GetAsync($"{path}/memories")).ShouldBeMissing();
    }

    [Theory]
    [InlineData("""{}""", "name: field required")]
    [InlineData("""{"name":""}""", "name")]
    [InlineData("""{"name":"a\nb"}""", "name: must not contain control characters")]
    [InlineData("""{"name":"a","metadata":{"":"v"}}""", "metadata")]
    [InlineData("""{"name":"a","path":"/"}""", "path: unknown field")]
    public async Task An_invalid_store_is_rejected(string body, string message)
    {
        await using var api = await TestApi.StartAsync();

        (await api.PostAsync("/v1/memory_stores", body)).ShouldBeRefused(message);
    }

    [Fact]
    public async Task Lists_filter_by_time_and_omit_archived_stores()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        List<string> stores = [];
        foreach (var name in new[] { "one", "two", "three" })
        {
            stores.Insert(0, (await api.CreateStoreAsync(name)).Split('/')[^1]);
            clock.Advance(TimeSpan.FromHours(1));
        }

        await api.PostAsync($"/v1/memory_stores/{stores[0]}/archive");

        (await api.GetAsync("/v1/memory_stores")).Ids().ShouldBe(stores[1..]);
        (await api.GetAsync("/v1/memory_stores?include_archived=true")).Ids().ShouldBe(stores);
        (await api.GetAsync("/v1/memory_stores?created_at[gte]=2026-11-21T10:00:00Z")).Ids().ShouldBe([stores[1]]);
        (await api.GetAsync("/v1/memory_stores?created_at[lte]=2026-11-21T09:30:00Z")).Ids().ShouldBe([stores[2]]);
        (await api.GetAsync("/v1/memory_stores?created_at[gt]=2026-11-21T09:30:00Z")).ShouldBeRefused("unknown query parameter");
        (await api.GetAsync("/v1/memory_stores?created_at[gte]=yesterday")).ShouldBeRefused("date-time");
        var first = await api.GetAsync("/v1/memory_stores?include_archived=true&limit=2");
        (await api.GetAsync($"/v1/memory_stores?include_archived=true&limit=2&page={first.NextPage}")).Ids().ShouldBe([stores[2]]);
    }

    [Fact]
    public async Task An_archived_store_is_read_only()
    {
        await using var api = await TestApi.StartAsync();
        var store = await api.CreateStoreAsync();
        var memory = (await api.RememberAsync(store, "/a.md")).Id;
        var version = (await api.GetAsync($"{store}/memory_versions")).Data[0].Id();
        await api.PostAsync($"{store}/archive");

        (await api.PostAsync(store, """{"name":"b"}""")).ShouldBeRefused("read-only");
        (await api.RememberAsync(store, "/b.md")).ShouldBeRefused("read-only");
        (await api.PostAsync($"{store}/memories/{memory}", """{"content":"new"}""")).ShouldBeRefused("read-only");
        (await api.DeleteAsync($"{store}/memories/{memory}")).ShouldBeRefused("read-only");
        (await api.PostAsync($"{store}/memory_versions/{version}/redact")).ShouldBeRefused("read-only");
        (await api.GetAsync($"{store}/memories/{memory}")).Text("content").ShouldBe("text");
    }

    [Theory]
    [InlineData(AgentMemory, 200)]
    [InlineData(TestApi.Beta, 200)]
    [InlineData($"{AgentMemory},{TestApi.Beta}", 400)]
    [InlineData(null, 404)]
    [InlineData("dreaming-2026-04-21", 404)]
    [InlineData("agent-memory-2020-01-01", 400)]
    public async Task Exactly_one_of_two_beta_values_is_required(string? beta, int status)
    {
        await using var api = await TestApi.StartAsync();

        (await api.GetAsync("/v1/memory_stores", beta)).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("Project  Notes (2026)", "/mnt/memory/project-notes-2026-")]
    [InlineData("facts", "/mnt/memory/facts")]
    public async Task A_session_mounts_a_store_at_a_path_derived_from_its_name(string name, string mount)
    {
        await using var api = await TestApi.StartAsync();
        var store = (await api.CreateStoreAsync(name)).Split('/')[^1];

        var session = await api.CreateSessionAsync(more: $$""","resources":[{"type":"memory_store","memory_store_id":"{{store}}"}]""");

        var resource = (await api.GetAsync($"/v1/sessions/{session}")).Body["resources"]![0]!;
        resource["mount_path"]!.GetValue<string>().ShouldBe(mount);
        resource["name"]!.GetValue<string>().ShouldBe(name);
        (await api.GetAsync($"/v1/sessions?memory_store_id={store}")).Ids().ShouldBe([session]);
    }

    [Fact]
    public async Task Missing_and_archived_stores_cannot_be_attached()
    {
        await using var api = await TestApi.StartAsync();
        var store = await api.CreateStoreAsync();
        await api.PostAsync($"{store}/archive");
        var agent = await api.CreateAgentAsync();
        var environment = await api.CreateEnvironmentAsync();

        (await CreateAsync(store.Split('/')[^1])).ShouldBeRefused("archived");
        (await CreateAsync("memstore_none")).ShouldBeMissing();

        Task<Answer> CreateAsync(string id) =>
            api.PostAsync("/v1/sessions", $$"""{"agent":"{{agent}}","environment_id":"{{environment}}","resources":[{"type":"memory_store","memory_store_id":"{{id}}"}]}""");
    }
}
