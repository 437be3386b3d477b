using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.MemoryStores.Memories;

public sealed class MemoryTreeTests
{
    [Fact]
    public async Task Memories_of_all_pages_are_arranged_as_a_tree()
    {
        using var server = MockServer.Start(
            Responses.Json("""{"data":[{"type":"memory","id":"mem_1","path":"/projects/b/notes.md"},{"type":"memory_note","path":"/projects/?"}],"next_page":"p2"}"""),
            Responses.Json("""{"data":[{"type":"memory","id":"mem_2","path":"/projects/a.md"},{"type":"memory","id":"mem_3","path":"/readme.md"}],"next_page":null}"""));
        using var client = Clients.To(server);

        var root = await client.MemoryStores.Memories.GetTreeAsync("memstore_1").Guarded();

        root.ToString().ShouldBe("/\n  projects/\n    b/\n      notes.md\n    a.md\n  readme.md\n");
        root.AllMemories().Select(static memory => memory.Id).ShouldBe(["mem_3", "mem_2", "mem_1"]);
        var projects = root.Folders.ShouldHaveSingleItem();
        (projects.Name, projects.Path).ShouldBe(("projects", "/projects/"));
        projects.Folders.ShouldHaveSingleItem().Path.ShouldBe("/projects/b/");
    }

    [Fact]
    public void A_tree_can_start_at_a_prefix()
    {
        var tree = MemoryFolder.Arrange([new() { Id = "mem_1", Path = "/a/b/c.md" }, new() { Id = "mem_2", Path = "/ab/c.md" }], "/a/");

        tree.AllMemories().ShouldHaveSingleItem().Id.ShouldBe("mem_1");
        (tree.Name, tree.Folders.Single().Name).ShouldBe(("a", "b"));
    }

    [Fact]
    public async Task One_level_contains_prefixes_for_deeper_memories()
    {
        using var server = MockServer.Start(Responses.Json(
            """{"data":[{"type":"memory","id":"mem_1","path":"/readme.md","content":null},{"path":"/projects/","type":"memory_prefix"},{"type":"memory_link","path":"/x"}],"next_page":null}"""));
        using var client = Clients.To(server);

        var items = await client.MemoryStores.Memories.ListAsync("memstore_1", new() { Depth = 1 }).ReadAsync();

        items[0].ShouldBeOfType<Memory>().Content.ShouldBeNull();
        items[1].ShouldBe(new MemoryPrefix { Path = "/projects/" });
        items[2].ShouldBeOfType<UnknownMemoryListItem>().Path.ShouldBe("/x");
    }
}
