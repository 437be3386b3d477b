using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

public sealed class MemoryVersionTests
{
    [Fact]
    public async Task Every_change_creates_a_version_that_outlives_its_memory()
    {
        await using var api = await TestApi.StartAsync();
        var store = await api.CreateStoreAsync();
        var memory = (await api.RememberAsync(store, "/a.md", "one")).Id;
        await api.PostAsync($"{store}/memories/{memory}", """{"content":"two"}""");
        await api.DeleteAsync($"{store}/memories/{memory}");

        var versions = await api.GetAsync($"{store}/memory_versions?view=full");

        versions.Data.Select(static version => version.Text("operation")).ShouldBe(["deleted", "modified", "created"]);
        versions.Data.Select(static version => version.Text("content")).ShouldBe([null, "two", "one"]);
        versions.Data.ShouldAllBe(version => version.Text("memory_id") == memory && version.Text("path") == "/a.md");
        versions.Data.ShouldAllBe(static version => version.Text("created_by.type") == "api_actor");
        versions.Data[0]["content_sha256"].ShouldBeNull();
        versions.Data[0]["content_size_bytes"].ShouldBeNull();

        var oldest = await api.GetAsync($"{store}/memory_versions/{versions.Data[2].Id()}");
        oldest.Text("content").ShouldBe("one");
        oldest.Text("content_sha256").ShouldBe(MemoryApi.Hash("one"));
        (await api.GetAsync($"{store}/memory_versions/{versions.Data[2].Id()}?view=basic"))["content"].ShouldBeNull();
        (await api.GetAsync($"{store}/memory_versions/memver_none")).ShouldBeMissing();
    }

    [Fact]
    public async Task Versions_are_filtered_by_memory_operation_author_and_time()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var store = await api.CreateStoreAsync();
        var session = await api.CreateSessionAsync();
        var one = (await api.RememberAsync(store, "/1.md")).Id;
        clock.Advance(TimeSpan.FromHours(1));
        var two = api.Emulator.WriteMemory(store.Split('/')[^1], "/2.md", "a", session);
        api.Emulator.WriteMemory(store.Split('/')[^1], "/2.md", "b", session).ShouldBe(two);
        var all = (await api.GetAsync($"{store}/memory_versions")).Data;
        var key = all[2].Text("created_by.api_key_id")!;

        await FindAsync("", 3);
        await FindAsync($"memory_id={one}", 1);
        await FindAsync($"memory_id={two}&operation=modified", 1);
        await FindAsync("operation=deleted", 0);
        await FindAsync($"session_id={session}", 2);
        await FindAsync($"api_key_id={key}", 1);
        await FindAsync("service_account_id=svac_1", 0);
        await FindAsync("created_at[gte]=2026-11-21T10:00:00Z", 2);
        await FindAsync("created_at[lte]=2026-11-21T09:30:00Z", 1);
        (await api.GetAsync($"{store}/memory_versions?operation=renamed")).ShouldBeRefused("operation");
        all[0].Text("created_by.session_id").ShouldBe(session);

        async Task FindAsync(string query, int count) => (await api.GetAsync($"{store}/memory_versions?{query}")).Data.Count.ShouldBe(count, query);
    }

    [Fact]
    public async Task Version_pages_with_content_are_shorter()
    {
        await using var api = await TestApi.StartAsync();
        var store = await api.CreateStoreAsync();
        for (var i = 0; i < 25; i++)
        {
            await api.RememberAsync(store, $"/{i}.md");
        }

        var first = await api.GetAsync($"{store}/memory_versions?view=full&limit=25");
        first.Data.Count.ShouldBe(20);
        (await api.GetAsync($"{store}/memory_versions?view=full&page={first.NextPage}")).Data.Count.ShouldBe(5);
        (await api.GetAsync($"{store}/memory_versions?limit=25")).Data.Count.ShouldBe(25);
        (await api.GetAsync($"{store}/memory_versions?limit=101")).ShouldBeRefused("limit");
    }

    [Fact]
    public async Task A_redaction_removes_path_and_content_and_is_rejected_for_the_current_version()
    {
        await using var api = await TestApi.StartAsync();
        var store = await api.CreateStoreAsync();
        var made = await api.RememberAsync(store, "/secret.md", "one");
        var old = $"{store}/memory_versions/{made.Text("memory_version_id")}";
        (await api.PostAsync($"{old}/redact")).ShouldBeRefused("cannot be redacted");
        await api.PostAsync($"{store}/memories/{made.Id}", """{"content":"two"}""");

        var redacted = (await api.PostAsync($"{old}/redact")).ShouldSucceed();

        foreach (var field in new[] { "content", "path", "content_sha256", "content_size_bytes" })
        {
            redacted[field].ShouldBeNull(field);
        }

        redacted.Text("redacted_by.type").ShouldBe("api_actor");
        redacted["redacted_at"].ShouldNotBeNull();
        redacted.Text("operation").ShouldBe("created");
        (await api.PostAsync($"{old}/redact")).ShouldSucceed().Text("redacted_at").ShouldBe(redacted.Text("redacted_at"));
        (await api.GetAsync(old)).Body["content"].ShouldBeNull();
        (await api.GetAsync($"{store}/memories/{made.Id}")).Text("content").ShouldBe("two");
    }

    [Fact]
    public async Task The_last_version_of_a_deleted_memory_can_be_redacted()
    {
        await using var api = await TestApi.StartAsync();
        var store = await api.CreateStoreAsync();
        var made = await api.RememberAsync(store, "/secret.md");
        await api.DeleteAsync($"{store}/memories/{made.Id}");

        (await api.PostAsync($"{store}/memory_versions/{made.Text("memory_version_id")}/redact")).ShouldSucceed()["path"].ShouldBeNull();
    }

    [Fact]
    public async Task A_missing_session_cannot_write_a_memory()
    {
        await using var api = await TestApi.StartAsync();
        var store = (await api.CreateStoreAsync()).Split('/')[^1];

        Should.Throw<ArgumentException>(() => api.Emulator.WriteMemory(store, "/a.md", "a", "sesn_none")).ParamName.ShouldBe("sessionId");
    }
}
