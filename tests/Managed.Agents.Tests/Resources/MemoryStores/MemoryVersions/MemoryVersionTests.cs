using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.MemoryStores.MemoryVersions;

public sealed class MemoryVersionTests : EmulatorTest
{
    [Fact]
    public async Task A_version_is_redacted()
    {
        var store = await Client.MemoryStores.CreateAsync(new() { Name = "Notes" });
        var memory = await Client.MemoryStores.Memories.CreateAsync(store.Id, new() { Path = "/a.md", Content = "secret" });
        await Client.MemoryStores.Memories.UpdateAsync(store.Id, memory.Id, new() { Content = "" });

        var redacted = await Client.MemoryStores.MemoryVersions.RedactAsync(store.Id, memory.MemoryVersionId);

        (redacted.Path, redacted.Content, redacted.ContentSha256, redacted.ContentSizeBytes).ShouldBe((null, null, null, null));
        redacted.RedactedAt.ShouldNotBeNull();
        redacted.RedactedBy.ShouldBeOfType<ApiActor>();
    }
}
