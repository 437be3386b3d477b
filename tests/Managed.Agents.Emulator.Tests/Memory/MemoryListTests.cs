namespace Managed.Agents.Emulator.Tests;

public sealed class MemoryListTests
{
    [Fact]
    public async Task Memories_under_a_prefix_are_listed_by_path()
    {
        await using var api = await TestApi.StartAsync();
        var store = await StoreAsync(api, "/b.md", "/a/y.md", "/a/x/1.md", "/ab.md");

        (await api.GetAsync($"{store}/memories")).Paths().ShouldBe(["/a/x/1.md", "/a/y.md", "/ab.md", "/b.md"]);
        (await api.GetAsync($"{store}/memories?path_prefix=/a/")).Paths().ShouldBe(["/a/x/1.md", "/a/y.md"]);
        (await api.GetAsync($"{store}/memories?path_prefix=/&depth=0")).Data.Count.ShouldBe(4);
        (await api.GetAsync($"{store}/memories?path_prefix=/none/")).Data.ShouldBeEmpty();
    }

    [Fact]
    public async Task Depth_1_groups_deeper_memories_into_prefixes()
    {
        await using var api = await TestApi.StartAsync();
        var store = await StoreAsync(api, "/b.md", "/a/y.md", "/a/x/1.md", "/a/x/2.md", "/c/d/e.md");

        var root = await api.GetAsync($"{store}/memories?depth=1");
        root.Paths().ShouldBe(["/a/", "/b.md", "/c/"]);
        root.Data.Select(static item => item.Type()).ShouldBe(["memory_prefix", "memory", "memory_prefix"]);
        (await api.GetAsync($"{store}/memories?depth=1&path_prefix=/a/")).Paths().ShouldBe(["/a/x/", "/a/y.md"]);
    }

    [Fact]
    public async Task Pages_continue_across_prefixes_and_changes()
    {
        await using var api = await TestApi.StartAsync();
        var store = await StoreAsync(api, "/a/1.md", "/a/2.md", "/b.md", "/c/1.md", "/d.md");

        var first = await api.GetAsync($"{store}/memories?depth=1&limit=2");
        first.Paths().ShouldBe(["/a/", "/b.md"]);
        await api.RememberAsync(store, "/a/3.md");
        await api.RememberAsync(store, "/ca.md");
        var second = await api.GetAsync($"{store}/memories?depth=1&limit=2&page={first.NextPage}");
        second.Paths().ShouldBe(["/c/", "/ca.md"]);
        var third = await api.GetAsync($"{store}/memories?depth=1&limit=2&page={second.NextPage}");
        third.Paths().ShouldBe(["/d.md"]);
        third.NextPage.ShouldBeNull();
    }

    [Theory]
    [InlineData("path_prefix=/a", "path_prefix: must begin and end with /")]
    [InlineData("path_prefix=a/", "path_prefix: must begin and end with /")]
    [InlineData("depth=2", "depth: must be 0 or 1")]
    [InlineData("depth=-1", "depth: must be 0 or 1")]
    [InlineData("depth=x", "depth: expected an integer")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("view=all", "view")]
    [InlineData("page=page_zz", "page: not a valid cursor")]
    [InlineData("page=memver", "page: not a valid cursor")]
    [InlineData("order_by=path", "order_by: unknown query parameter")]
    public async Task Invalid_list_parameters_are_rejected(string query, string message)
    {
        await using var api = await TestApi.StartAsync();

        (await api.GetAsync($"{await api.CreateStoreAsync()}/memories?{query}")).ShouldBeRefused(message);
    }

    [Fact]
    public async Task Pages_with_content_are_shorter()
    {
        await using var api = await TestApi.StartAsync();
        var store = await StoreAsync(api, [.. Enumerable.Range(0, 101).Select(static i => $"/{i:000}.md")]);

        var basic = await api.GetAsync($"{store}/memories");
        basic.Data.Count.ShouldBe(100);
        basic.Data.ShouldAllBe(static item => item["content"] == null);
        basic.NextPage.ShouldNotBeNull();
        foreach (var query in new[] { "view=full", "view=full&limit=50" })
        {
            var full = await api.GetAsync($"{store}/memories?{query}");
            full.Data.Count.ShouldBe(20);
            full.Data.ShouldAllBe(static item => item.Text("content") == "text");
        }
    }

    private static async Task<string> StoreAsync(TestApi api, params string[] paths)
    {
        var store = await api.CreateStoreAsync();
        foreach (var path in paths)
        {
            (await api.RememberAsync(store, path)).ShouldSucceed();
        }

        return store;
    }
}
