using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Primitives;

/// <summary>Metadata as it is sent and returned.</summary>
public sealed class MetadataRequestTests : EmulatorTest
{
    [Fact]
    public async Task Metadata_is_set_by_initializer_and_null_removes_a_key()
    {
        var created = await Client.Agents.CreateAsync(new() { Name = "a", Model = "claude-sonnet-5-5", Metadata = new() { ["channel"] = "C1", ["draft"] = "yes" } });
        created.Metadata.Equals(new Metadata { ["draft"] = "yes", ["channel"] = "C1" }).ShouldBeTrue();

        var changed = await Client.Agents.UpdateAsync(created.Id, new() { Metadata = new() { ["channel"] = "C2", ["draft"] = null } });
        changed.Metadata.ShouldBe([new("channel", "C2")]);

        var unchanged = await Client.Agents.UpdateAsync(created.Id, new() { Metadata = new() });
        unchanged.ShouldBe(changed);
        (await Client.Agents.GetAsync(created.Id)).Metadata.ShouldBe([new("channel", "C2")]);
    }

    [Fact]
    public async Task A_dictionary_is_sent_as_it_was_when_it_was_set()
    {
        var environment = await Client.Environments.CreateAsync(new() { Name = "e", Metadata = new Dictionary<string, string> { ["owner"] = "core" } });

        var changed = await Client.Environments.UpdateAsync(environment.Id, new() { Metadata = new Dictionary<string, string?> { ["owner"] = null, ["stage"] = "two" } });

        environment.Metadata.ShouldBe([new("owner", "core")]);
        changed.Metadata.ShouldBe([new("stage", "two")]);
    }
}
