using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Tunnels;

public sealed class TunnelLifecycleTests : EmulatorTest
{
    [Fact]
    public async Task A_tunnel_is_created_listed_and_archived()
    {
        var tunnel = await Client.Tunnels.CreateAsync(new() { DisplayName = "Office" });
        (await Client.Tunnels.GetAsync(tunnel.Id)).ShouldBe(tunnel);
        tunnel.Domain.ShouldNotBeEmpty();

        var first = await Client.Tunnels.RevealTokenAsync(tunnel.Id);
        var second = await Client.Tunnels.RotateTokenAsync(tunnel.Id, new() { Reason = "leaked" });
        second.Token.Reveal().ShouldNotBe(first.Token.Reveal());
        (await Client.Tunnels.RevealTokenAsync(tunnel.Id)).Id.ShouldBe(second.Id);

        var archived = await Client.Tunnels.ArchiveAsync(tunnel.Id);
        archived.ArchivedAt.ShouldBe(Clock.GetUtcNow());
        (await AllAsync(Client.Tunnels.ListAsync())).ShouldBeEmpty();
        (await AllAsync(Client.Tunnels.ListAsync(new() { IncludeArchived = true }))).ShouldBe([archived]);
        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Client.Tunnels.RotateTokenAsync(tunnel.Id));
    }
}
