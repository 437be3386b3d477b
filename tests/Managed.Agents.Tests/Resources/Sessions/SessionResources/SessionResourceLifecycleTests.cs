using System.Net;
using System.Text;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions.SessionResources;

public sealed class SessionResourceLifecycleTests : EmulatorTest
{
    [Fact]
    public async Task A_file_is_added_read_listed_and_removed()
    {
        var session = await CreateSessionAsync();
        var file = await Client.Files.UploadAsync(FileUpload.FromBytes(Encoding.UTF8.GetBytes("a,b\n1,2\n"), "data.csv"));

        var added = await Client.Sessions.Resources.AddAsync(session.Id, new() { FileId = file.Id, MountPath = "/mnt/session/uploads/data.csv" });
        added.MountPath.ShouldBe("/mnt/session/uploads/data.csv");
        added.FileId.ShouldNotBe(file.Id);

        var id = added.Id.ShouldNotBeNull();
        (await Client.Sessions.Resources.GetAsync(session.Id, id)).ShouldBe(added);
        (await AllAsync(Client.Sessions.Resources.ListAsync(session.Id))).ShouldBe([added]);
        (await Client.Sessions.GetAsync(session.Id)).Resources.ShouldBe([added]);

        (await Client.Sessions.Resources.DeleteAsync(session.Id, id)).Id.ShouldBe(id);
        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.Sessions.Resources.GetAsync(session.Id, id));
        (await AllAsync(Client.Sessions.Resources.ListAsync(session.Id))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_token_of_a_repository_is_updated_and_never_returned()
    {
        var agent = await CreateAgentAsync();
        var environment = await Client.Environments.CreateAsync(new() { Name = "e" });
        var session = await Client.Sessions.CreateAsync(new()
        {
            Agent = agent.Id,
            EnvironmentId = environment.Id,
            Resources = [new GitHubRepositoryResource { Url = new("https://github.com/acme/web"), AuthorizationToken = "ghp_first" }],
        });
        var repository = session.Resources.ShouldHaveSingleItem().ShouldBeOfType<GitHubRepositoryResource>();
        repository.MountPath.ShouldBe("/workspace/web");
        repository.AuthorizationToken.ShouldBeNull();

        var updated = await Client.Sessions.Resources.UpdateAsync(session.Id, repository.Id!, new() { AuthorizationToken = "ghp_second" });

        updated.ShouldBeOfType<GitHubRepositoryResource>().AuthorizationToken.ShouldBeNull();
    }

    [Fact]
    public async Task A_missing_resource_is_not_found()
    {
        var session = await CreateSessionAsync();

        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.Sessions.Resources.GetAsync(session.Id, "sesrsc_01nobody"));
        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.Sessions.Resources.DeleteAsync(session.Id, "sesrsc_01nobody"));
    }

    [Fact]
    public async Task A_missing_file_cannot_be_added()
    {
        var session = await CreateSessionAsync();

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => Client.Sessions.Resources.AddAsync(session.Id, new() { FileId = "file_01nobody" }));
        error.StatusCode.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_self_hosted_environment_accepts_no_repository()
    {
        var agent = await CreateAgentAsync();
        var environment = await Client.Environments.CreateAsync(new() { Name = "mine", Config = new SelfHostedEnvironmentConfig() });

        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Client.Sessions.CreateAsync(new()
        {
            Agent = agent.Id,
            EnvironmentId = environment.Id,
            Resources = [new GitHubRepositoryResource { Url = new("https://github.com/acme/web") }],
        }));
    }
}
