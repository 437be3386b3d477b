using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.MemoryStores;

public sealed class MemoryStoreLifecycleTests : EmulatorTest
{
    [Fact]
    public async Task A_store_is_created_updated_listed_archived_and_deleted()
    {
        var created = await Client.MemoryStores.CreateAsync(new() { Name = "Notes", Description = "For all." });
        var changed = await Client.MemoryStores.UpdateAsync(created.Id, new() { Description = "" });
        (changed.Name, changed.Description).ShouldBe(("Notes", ""));
        (await Client.MemoryStores.GetAsync(created.Id)).ShouldBe(changed);

        var archived = await Client.MemoryStores.ArchiveAsync(created.Id);
        (await AllAsync(Client.MemoryStores.ListAsync())).ShouldBeEmpty();
        (await AllAsync(Client.MemoryStores.ListAsync(new() { IncludeArchived = true }))).ShouldBe([archived]);

        (await Client.MemoryStores.DeleteAsync(created.Id)).Id.ShouldBe(created.Id);
    }
}
