using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Environments;

/// <summary>What happens when somebody else makes the environment at the same moment.</summary>
public sealed class GetOrCreateTests
{
    private static readonly Answer None = Answers.Json("""{"data":[],"next_page":null}""");
    private static readonly Answer Theirs = Answers.Json("""{"data":[{"type":"environment","id":"env_1","name":"python","created_at":"2026-11-20T12:00:00Z"}],"next_page":null}""");

    [Fact]
    public async Task A_name_that_was_taken_meanwhile_is_looked_for_again()
    {
        await using var server = await StubServer.StartAsync(None, Answers.Error(409, "conflict_error"), Theirs);
        using var client = Clients.To(server);

        (await client.Environments.GetOrCreateAsync(new() { Name = "python" }).Guarded()).Id.ShouldBe("env_1");

        server.Requests.Select(static request => request.Method).ShouldBe(["GET", "POST", "GET"]);
    }

    [Fact]
    public async Task A_conflict_without_an_environment_of_the_name_is_the_callers_to_see()
    {
        await using var server = await StubServer.StartAsync(None, Answers.Error(409, "conflict_error"), None);
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Environments.GetOrCreateAsync(new() { Name = "python" }).Guarded());

        error.ErrorType.ShouldBe(ApiErrorType.Conflict);
    }

    [Fact]
    public async Task An_environment_that_may_have_been_made_is_not_made_again()
    {
        await using var server = await StubServer.StartAsync(None, Answers.Error(500));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Environments.GetOrCreateAsync(new() { Name = "python" }).Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Requests.Count.ShouldBe(2);
    }
}
