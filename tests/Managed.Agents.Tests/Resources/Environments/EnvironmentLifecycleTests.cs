using System.Net;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Environments;

public sealed class EnvironmentLifecycleTests : EmulatorTest
{
    [Fact]
    public async Task An_environment_is_created_updated_listed_archived_and_deleted()
    {
        var created = await Client.Environments.CreateAsync(new()
        {
            Name = "python",
            Description = "For data work.",
            Config = new CloudEnvironmentConfig
            {
                Packages = new() { Pip = ["pytest", "pandas"] },
                Networking = new LimitedNetwork { AllowedHosts = ["api.example.com"], AllowPackageManagers = true },
            },
            Metadata = new Dictionary<string, string> { ["team"] = "core" },
        });
        var config = created.Config.ShouldBeOfType<CloudEnvironmentConfig>();
        config.Packages.ShouldNotBeNull().Pip.ShouldBe(["pytest", "pandas"]);
        config.Packages.Apt.ShouldBeEmpty();
        config.Networking.ShouldBeOfType<LimitedNetwork>().AllowMcpServers.ShouldBe(false);

        var changed = await Client.Environments.UpdateAsync(created.Id, new()
        {
            Description = null,
            Config = new CloudEnvironmentConfig { Packages = new() { Pip = [], Npm = ["left-pad"] } },
            Metadata = new Dictionary<string, string?> { ["team"] = null },
        });
        changed.Description.ShouldBeNull();
        changed.Metadata.ShouldBeEmpty();
        var changedConfig = changed.Config.ShouldBeOfType<CloudEnvironmentConfig>();
        changedConfig.Packages.ShouldNotBeNull().Pip.ShouldBeEmpty();
        changedConfig.Packages.Npm.ShouldBe(["left-pad"]);
        changedConfig.Networking.ShouldBe(config.Networking);

        (await Client.Environments.GetAsync(created.Id)).ShouldBe(changed);
        (await AllAsync(Client.Environments.ListAsync())).ShouldBe([changed]);

        (await Client.Environments.ArchiveAsync(created.Id)).ArchivedAt.ShouldNotBeNull();
        (await AllAsync(Client.Environments.ListAsync())).ShouldBeEmpty();
        (await AllAsync(Client.Environments.ListAsync(new() { IncludeArchived = true }))).Count.ShouldBe(1);

        (await Client.Environments.DeleteAsync(created.Id)).Id.ShouldBe(created.Id);
        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.Environments.GetAsync(created.Id));
    }

    [Fact]
    public async Task The_type_of_an_environment_cannot_change()
    {
        var environment = await Client.Environments.CreateAsync(new() { Name = "mine", Config = new SelfHostedEnvironmentConfig() });
        environment.Config.ShouldBeOfType<SelfHostedEnvironmentConfig>();

        var error = await FailsAsync(
            HttpStatusCode.BadRequest,
            ApiErrorType.InvalidRequest,
            () => Client.Environments.UpdateAsync(environment.Id, new() { Config = new CloudEnvironmentConfig() }));
        error.ErrorCode.ShouldBe("invalid_config_type_change");
    }

    [Fact]
    public async Task An_archived_environment_accepts_no_session()
    {
        var agent = await CreateAgentAsync();
        var environment = await Client.Environments.CreateAsync(new() { Name = "old" });
        await Client.Environments.ArchiveAsync(environment.Id);

        var error = await FailsAsync(
            HttpStatusCode.BadRequest,
            ApiErrorType.InvalidRequest,
            () => Client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id }));
        error.ErrorCode.ShouldBe("environment_archived");
    }

    [Fact]
    public async Task An_environment_in_use_cannot_be_deleted()
    {
        var session = await CreateSessionAsync();

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => Client.Environments.DeleteAsync(session.EnvironmentId));
        error.StatusCode.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task GetOrCreate_finds_an_environment_by_name_or_creates_it()
    {
        var other = await Client.Environments.CreateAsync(new() { Name = "PYTHON" });
        var archived = await Client.Environments.CreateAsync(new() { Name = "python" });
        await Client.Environments.ArchiveAsync(archived.Id);

        var created = await Client.Environments.GetOrCreateAsync(new() { Name = "python", Description = "For data work." });
        var found = await Client.Environments.GetOrCreateAsync(new() { Name = "python", Description = "Ignored." });

        created.Id.ShouldNotBeOneOf(other.Id, archived.Id);
        found.ShouldBe(created);
        (await AllAsync(Client.Environments.ListAsync())).Select(static environment => environment.Id).ShouldBe([created.Id, other.Id], ignoreOrder: true);
    }

    [Fact]
    public async Task GetOrCreate_finds_the_oldest_environment_of_a_name_on_any_page()
    {
        var oldest = await Client.Environments.CreateAsync(new() { Name = "python" });
        for (var i = 0; i < 101; i++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Client.Environments.CreateAsync(new() { Name = i == 50 ? "python" : $"other-{i}" });
        }

        (await Client.Environments.GetOrCreateAsync(new() { Name = "python" })).ShouldBe(oldest);
    }
}
