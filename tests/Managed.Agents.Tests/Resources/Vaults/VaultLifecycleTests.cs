using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Vaults;

public sealed class VaultLifecycleTests : EmulatorTest
{
    [Fact]
    public async Task A_vault_is_created_updated_listed_archived_and_deleted()
    {
        var created = await Client.Vaults.CreateAsync(new() { DisplayName = "Ada", Metadata = new Dictionary<string, string> { ["user"] = "7" } });
        var changed = await Client.Vaults.UpdateAsync(created.Id, new() { DisplayName = "Ada L.", Metadata = new Dictionary<string, string?> { ["user"] = null } });
        (changed.DisplayName, changed.Metadata.Count).ShouldBe(("Ada L.", 0));
        (await Client.Vaults.GetAsync(created.Id)).ShouldBe(changed);

        var archived = await Client.Vaults.ArchiveAsync(created.Id);
        archived.ArchivedAt.ShouldNotBeNull();
        (await AllAsync(Client.Vaults.ListAsync())).ShouldBeEmpty();
        (await AllAsync(Client.Vaults.ListAsync(new() { IncludeArchived = true }))).ShouldBe([archived]);

        (await Client.Vaults.DeleteAsync(created.Id)).Id.ShouldBe(created.Id);
        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.Vaults.GetAsync(created.Id));
    }
}
