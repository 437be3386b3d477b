using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Primitives;

/// <summary>The response to a delete request.</summary>
public sealed class DeletedResourceTests : EmulatorTest
{
    [Fact]
    public async Task A_delete_returns_the_id_and_what_was_deleted()
    {
        var environment = await Client.Environments.CreateAsync(new() { Name = "e" });
        var vault = await Client.Vaults.CreateAsync(new() { DisplayName = "v" });
        var store = await Client.MemoryStores.CreateAsync(new() { Name = "m" });
        var file = await Client.Files.UploadAsync(FileUpload.FromBytes("text"u8.ToArray(), "a.txt"));
        var session = await CreateSessionAsync();

        ShouldBe(await Client.Environments.DeleteAsync(environment.Id), "environment_deleted", environment.Id);
        ShouldBe(await Client.Vaults.DeleteAsync(vault.Id), "vault_deleted", vault.Id);
        ShouldBe(await Client.MemoryStores.DeleteAsync(store.Id), "memory_store_deleted", store.Id);
        ShouldBe(await Client.Files.DeleteAsync(file.Id), "file_deleted", file.Id);
        ShouldBe(await Client.Sessions.DeleteAsync(session.Id), "session_deleted", session.Id);
    }

    [Theory]
    [InlineData("""{"type":"session_deleted","id":"sesn_1"}""", "session_deleted")]
    [InlineData("""{"id":"sesn_1"}""", null)]
    [InlineData("""{"type":"new_deleted","id":"sesn_1","new":1}""", "new_deleted")]
    public void The_type_is_returned_as_the_service_sent_it(string json, string? type)
    {
        var deleted = JsonSerializer.Deserialize<DeletedResource>(json, ManagedAgentsJson.Options)!;

        (deleted.Type, deleted.Id).ShouldBe((type, "sesn_1"));
        JsonSerializer.Serialize(deleted, ManagedAgentsJson.Options).ShouldBe(json);
    }

    private static void ShouldBe(DeletedResource deleted, string type, string id) => (deleted.Type, deleted.Id).ShouldBe((type, id));
}
