using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.MemoryStores.Memories;

public sealed class MemoryLifecycleTests : EmulatorTest
{
    [Fact]
    public async Task A_memory_is_created_updated_and_deleted_and_its_versions_remain()
    {
        var store = await Client.MemoryStores.CreateAsync(new() { Name = "Notes" });
        var memories = Client.MemoryStores.Memories;
        var created = await memories.CreateAsync(store.Id, new() { Path = "/a.md", Content = "one" }, MemoryView.Full);
        created.Content.ShouldBe("one");
        var changed = await memories.UpdateAsync(store.Id, created.Id, new() { Content = "two", Path = "/b/c.md", Precondition = MemoryPrecondition.Unchanged(created) });
        (changed.Path, changed.Content, changed.ContentSizeBytes).ShouldBe(("/b/c.md", null, 3));
        (await memories.GetAsync(store.Id, created.Id)).Content.ShouldBe("two");

        await FailsAsync(HttpStatusCode.Conflict, ApiErrorType.MemoryPreconditionFailed, () =>
            memories.UpdateAsync(store.Id, created.Id, new() { Content = "three", Precondition = MemoryPrecondition.Unchanged(created) }));
        await FailsAsync(HttpStatusCode.Conflict, ApiErrorType.MemoryPreconditionFailed, () => memories.DeleteAsync(store.Id, created.Id, created.ContentSha256));
        (await memories.DeleteAsync(store.Id, created.Id, changed.ContentSha256)).Id.ShouldBe(created.Id);

        var versions = await AllAsync(Client.MemoryStores.MemoryVersions.ListAsync(store.Id, new() { MemoryId = created.Id }));
        versions.Select(static version => version.Operation).ShouldBe([MemoryVersionOperation.Deleted, MemoryVersionOperation.Modified, MemoryVersionOperation.Created]);
        versions[^1].CreatedBy.ShouldBeOfType<ApiActor>();
        (await Client.MemoryStores.MemoryVersions.GetAsync(store.Id, versions[^1].Id)).Content.ShouldBe("one");
    }

    [Fact]
    public async Task Memories_are_listed_flat_by_level_or_as_a_tree()
    {
        var store = await Client.MemoryStores.CreateAsync(new() { Name = "Notes" });
        foreach (var path in new[] { "/readme.md", "/projects/a.md", "/projects/b/notes.md" })
        {
            await Client.MemoryStores.Memories.CreateAsync(store.Id, new() { Path = path, Content = path });
        }

        (await AllAsync(Client.MemoryStores.Memories.ListAsync(store.Id))).Count.ShouldBe(3);
        var level = await AllAsync(Client.MemoryStores.Memories.ListAsync(store.Id, new() { Depth = 1, PathPrefix = "/projects/" }));
        level.Select(static item => (item.Type, item.Path)).ShouldBe([("memory", "/projects/a.md"), ("memory_prefix", "/projects/b/")], ignoreOrder: true);

        var tree = await Client.MemoryStores.Memories.GetTreeAsync(store.Id, view: MemoryView.Full);
        tree.ToString().ShouldBe("/\n  projects/\n    b/\n      notes.md\n    a.md\n  readme.md\n");
        tree.AllMemories().ShouldAllBe(static memory => memory.Content == memory.Path);
    }
}
