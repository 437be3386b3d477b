using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Environments;

/// <summary>Another client creates the environment at the same time.</summary>
public sealed class GetOrCreateTests
{
    private static readonly CannedResponse None = Responses.Json("""{"data":[],"next_page":null}""");
    private static readonly CannedResponse Existing = Responses.Json("""{"data":[{"type":"environment","id":"env_1","name":"python","created_at":"2026-11-20T12:00:00Z"}],"next_page":null}""");

    [Fact]
    public async Task A_conflict_is_resolved_by_another_lookup()
    {
        using var server = MockServer.Start(None, Responses.Error(409, "conflict_error"), Existing);
        using var client = Clients.To(server);

        (await client.Environments.GetOrCreateAsync(new() { Name = "python" }).Guarded()).Id.ShouldBe("env_1");

        server.Requests.Select(static request => request.Method).ShouldBe(["GET", "POST", "GET"]);
    }

    [Fact]
    public async Task A_conflict_without_a_matching_environment_is_thrown()
    {
        using var server = MockServer.Start(None, Responses.Error(409, "conflict_error"), None);
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Environments.GetOrCreateAsync(new() { Name = "python" }).Guarded());

        error.ErrorType.ShouldBe(ApiErrorType.Conflict);
    }

    [Fact]
    public async Task An_ambiguous_create_is_not_retried()
    {
        using var server = MockServer.Start(None, Responses.Error(500));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Environments.GetOrCreateAsync(new() { Name = "python" }).Guarded());

        error.MayHaveTakenEffect.ShouldBeTrue();
        server.Requests.Count.ShouldBe(2);
    }
}
