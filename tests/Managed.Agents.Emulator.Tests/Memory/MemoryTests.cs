using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

public sealed class MemoryTests
{
    [Fact]
    public async Task A_memory_has_its_hash_and_size_in_every_view()
    {
        await using var api = await TestApi.StartAsync();
        var store = await api.CreateStoreAsync();

        var made = (await api.RememberAsync(store, "/a/é.md", "héllo")).ShouldSucceed();

        made.Id.ShouldStartWith("mem_01");
        made.Text("memory_version_id").ShouldStartWith("memver_01");
        made["content"].ShouldBeNull();
        made.Text("content_sha256").ShouldBe(MemoryApi.Hash("héllo"));
        made["content_size_bytes"]!.GetValue<int>().ShouldBe(6);
        (await api.RememberAsync(store, "/b.md", "b", "?view=full")).Text("content").ShouldBe("b");
        (await api.GetAsync($"{store}/memories/{made.Id}")).Text("content").ShouldBe("héllo");
        (await api.GetAsync($"{store}/memories/{made.Id}?view=basic"))["content"].ShouldBeNull();
        (await api.GetAsync($"{store}/memories/{made.Id}?view=half")).ShouldBeRefused("view");
        (await api.GetAsync($"{store}/memories/mem_none")).ShouldBeMissing();
        (await api.GetAsync($"{await api.CreateStoreAsync()}/memories/{made.Id}")).ShouldBeMissing();
    }

    [Theory]
    [InlineData("a.md", "must begin with /")]
    [InlineData("", "must begin with /")]
    [InlineData("/", "segments that are empty")]
    [InlineData("/a/", "segments that are empty")]
    [InlineData("/a//b", "segments that are empty")]
    [InlineData("/a/./b", "segments that are empty, . or ..")]
    [InlineData("/a/../b", "segments that are empty, . or ..")]
    [InlineData("/e\u0301", "normalization form C")]
    [InlineData("/a\u0007", "control or format")]
    [InlineData("/a\u200Db", "control or format")]
    [InlineData("/a\u2028b", "control or format")]
    public async Task An_invalid_path_is_rejected(string path, string message)
    {
        await using var api = await TestApi.StartAsync();
        var store = await api.CreateStoreAsync();
        var memory = (await api.RememberAsync(store, "/kept.md")).Id;

        (await api.RememberAsync(store, path)).ShouldBeRefused(message);
        (await api.PostAsync($"{store}/memories/{memory}", new JsonObject { ["path"] = path })).ShouldBeRefused(message);
    }

    [Fact]
    public async Task A_path_over_20_segments_or_1024_bytes_is_rejected()
    {
        await using var api = await TestApi.StartAsync();
        var store = await api.CreateStoreAsync();

        (await api.RememberAsync(store, string.Concat(Enumerable.Repeat("/a", 20)))).ShouldSucceed();
        (await api.RememberAsync(store, string.Concat(Enumerable.Repeat("/b", 21)))).ShouldBeRefused("20 segments");
        (await api.RememberAsync(store, "/" + new string('é', 511))).ShouldSucceed();
        (await api.RememberAsync(store, "/" + new string('é', 512))).ShouldBeRefused("1024 bytes");
    }

    [Fact]
    public async Task Content_over_102400_bytes_is_rejected()
    {
        await using var api = await TestApi.StartAsync();
        var store = await api.CreateStoreAsync();

        (await api.RememberAsync(store, "/full.md", new string('é', 51_200))).ShouldSucceed();
        (await api.RememberAsync(store, "/over.md", new string('é', 51_200) + "x")).ShouldBeRefused("102400 bytes");
        (await api.RememberAsync(store, "/empty.md", "")).ShouldSucceed()["content_size_bytes"]!.GetValue<int>().ShouldBe(0);
        (await api.PostAsync($"{store}/memories", """{"path":"/a.md"}""")).ShouldBeRefused("content: field required");
    }

    [Fact]
    public async Task A_store_accepts_at_most_2000_memories()
    {
        await using var api = await TestApi.StartAsync();
        var store = await api.CreateStoreAsync();
        var session = await api.CreateSessionAsync();
        for (var i = 0; i < 2_000; i++)
        {
            api.Emulator.WriteMemory(store.Split('/')[^1], $"/{i}.md", "", session);
        }

        (await api.RememberAsync(store, "/over.md")).ShouldBeRefused("2000 memories");
        Should.Throw<InvalidOperationException>(() => api.Emulator.WriteMemory(store.Split('/')[^1], "/over.md", "", session));
    }

    [Theory]
    [InlineData("/a/b.md")]
    [InlineData("/a/b.md/c.md")]
    [InlineData("/a")]
    public async Task A_path_conflict_names_the_conflicting_memory(string path)
    {
        await using var api = await TestApi.StartAsync();
        var store = await api.CreateStoreAsync();
        var taken = (await api.RememberAsync(store, "/a/b.md")).Id;
        var other = (await api.RememberAsync(store, "/other.md")).Id;

        Answer[] answers = [await api.RememberAsync(store, path), await api.PostAsync($"{store}/memories/{other}", new JsonObject { ["path"] = path })];

        foreach (var answer in answers)
        {
            answer.ShouldFail(409, "memory_path_conflict_error", "/a/b.md");
            answer.Text("error.conflicting_memory_id").ShouldBe(taken);
            answer.Text("error.conflicting_path").ShouldBe("/a/b.md");
        }
    }

    [Fact]
    public async Task Siblings_different_case_and_name_prefixes_do_not_conflict()
    {
        await using var api = await TestApi.StartAsync();
        var store = await api.CreateStoreAsync();

        foreach (var path in new[] { "/a/b.md", "/a/B.md", "/a/b.md2", "/a/b" })
        {
            (await api.RememberAsync(store, path)).ShouldSucceed();
        }
    }

    [Fact]
    public async Task A_memory_keeps_its_id_when_it_is_changed_and_renamed()
    {
        await using var api = await TestApi.StartAsync();
        var store = await api.CreateStoreAsync();
        var made = await api.RememberAsync(store, "/a.md", "one");

        var changed = (await api.PostAsync($"{store}/memories/{made.Id}?view=full", """{"content":"two"}""")).ShouldSucceed();
        changed.Text("content").ShouldBe("two");
        changed.Text("path").ShouldBe("/a.md");
        changed.Text("memory_version_id").ShouldNotBe(made.Text("memory_version_id"));

        var moved = (await api.PostAsync($"{store}/memories/{made.Id}", """{"path":"/a.md/b.md"}""")).ShouldSucceed();
        moved.Id.ShouldBe(made.Id);
        moved["content"].ShouldBeNull();
        (await api.RememberAsync(store, "/c.md")).ShouldSucceed();

        var same = await api.PostAsync($"{store}/memories/{made.Id}", """{"content":"two","path":"/a.md/b.md"}""");
        same.Text("memory_version_id").ShouldBe(moved.Text("memory_version_id"));
        same.Text("updated_at").ShouldBe(moved.Text("updated_at"));
    }

    [Fact]
    public async Task A_failed_precondition_rejects_an_update_unless_it_changes_nothing()
    {
        await using var api = await TestApi.StartAsync();
        var store = await api.CreateStoreAsync();
        var memory = $"{store}/memories/{(await api.RememberAsync(store, "/a.md", "one")).Id}";

        (await UpdateAsync("two", MemoryApi.Hash("zero"))).ShouldFail(409, "memory_precondition_failed_error", MemoryApi.Hash("one"));
        (await api.GetAsync(memory)).Text("content").ShouldBe("one");
        (await UpdateAsync("two", MemoryApi.Hash("one"))).ShouldSucceed();
        // The same request again, as after a lost response.
        (await UpdateAsync("two", MemoryApi.Hash("one"))).ShouldSucceed();
        (await api.PostAsync(memory, $$$"""{"content":"two","path":"/b.md","precondition":{"type":"content_sha256","content_sha256":"{{{MemoryApi.Hash("one")}}}"}}"""))
            .ShouldFail(409, "memory_precondition_failed_error", "");
        (await UpdateAsync("three", "nonsense")).ShouldBeRefused("precondition.content_sha256");
        (await api.PostAsync(memory, """{"content":"three","precondition":{"type":"content_sha256"}}""")).ShouldBeRefused("precondition.content_sha256: field required");
        (await api.PostAsync(memory, """{"content":"three","precondition":{"type":"version"}}""")).ShouldBeRefused("precondition.type");

        Task<Answer> UpdateAsync(string content, string hash) =>
            api.PostAsync(memory, $$$"""{"content":"{{{content}}}","precondition":{"type":"content_sha256","content_sha256":"{{{hash}}}"}}""");
    }

    [Fact]
    public async Task A_delete_with_another_expected_hash_is_rejected()
    {
        await using var api = await TestApi.StartAsync();
        var store = await api.CreateStoreAsync();
        var memory = $"{store}/memories/{(await api.RememberAsync(store, "/a.md", "one")).Id}";

        (await api.DeleteAsync($"{memory}?expected_content_sha256={MemoryApi.Hash("zero")}")).ShouldFail(409, "memory_precondition_failed_error", "");
        (await api.DeleteAsync($"{memory}?expected_content_sha256=nonsense")).ShouldBeRefused("expected_content_sha256");
        (await api.DeleteAsync($"{memory}?expected_content_sha256={MemoryApi.Hash("one")}")).ShouldSucceed().Text("type").ShouldBe("memory_deleted");
        (await api.GetAsync(memory)).ShouldBeMissing();
        (await api.RememberAsync(store, "/a.md")).ShouldSucceed();
    }
}
