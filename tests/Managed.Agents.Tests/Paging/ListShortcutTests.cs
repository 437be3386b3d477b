using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Paging;

/// <summary>A whole list in memory, and its first item.</summary>
public sealed class ListShortcutTests
{
    [Fact]
    public async Task ToListAsync_reads_all_pages_in_order()
    {
        await using var server = await KestrelServer.StartAsync(Page("b", 1, 2), Page("c"), Page(null, 3));
        using var client = Clients.To(server);

        var agents = await client.Agents.ListAsync(new() { PageSize = 2 }).ToListAsync().Guarded();

        agents.Select(static agent => agent.Id).ShouldBe(["agent_1", "agent_2", "agent_3"]);
        server.Requests.Select(static request => request.Target).ShouldBe(["/v1/agents?limit=2", "/v1/agents?limit=2&page=b", "/v1/agents?limit=2&page=c"]);
    }

    [Fact]
    public async Task ToListAsync_returns_an_empty_list_and_reads_again_on_every_call()
    {
        await using var server = await KestrelServer.StartAsync(Page(null), Page(null, 1));
        using var client = Clients.To(server);
        var list = client.Agents.ListAsync();
        server.Requests.ShouldBeEmpty("nothing is sent before a list is read");

        (await list.ToListAsync().Guarded()).ShouldBeEmpty();
        (await list.ToListAsync().Guarded()).ShouldHaveSingleItem().Id.ShouldBe("agent_1");
    }

    [Fact]
    public async Task FirstOrDefaultAsync_fetches_only_the_page_with_the_first_item()
    {
        await using var server = await KestrelServer.StartAsync(Page("b", 1, 2));
        using var client = Clients.To(server);

        (await client.Agents.ListAsync().FirstOrDefaultAsync().Guarded()).ShouldNotBeNull().Id.ShouldBe("agent_1");

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task FirstOrDefaultAsync_skips_empty_pages()
    {
        await using var server = await KestrelServer.StartAsync(Page("b"), Page("c", 7, 8));
        using var client = Clients.To(server);

        (await client.Agents.ListAsync().FirstOrDefaultAsync().Guarded()).ShouldNotBeNull().Id.ShouldBe("agent_7");

        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task FirstOrDefaultAsync_returns_the_default_when_the_list_is_empty()
    {
        await using var server = await KestrelServer.StartAsync(Page("b"), Page(null));
        using var client = Clients.To(server);

        (await client.Agents.ListAsync().FirstOrDefaultAsync().Guarded()).ShouldBeNull();
        (await new AsyncPageable<int>(static (_, _, _) => Task.FromResult(new Page<int>([]))).FirstOrDefaultAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Either_token_cancels_both_methods_and_is_in_the_exception(bool isWholeList, bool isGivenToList)
    {
        using var stop = new CancellationTokenSource();
        await using var server = await KestrelServer.StartAsync(Page("b"));
        server.DefaultResponse = Responses.Never();
        using var client = Clients.To(server);
        var list = client.Agents.ListAsync(cancellationToken: isGivenToList ? stop.Token : default);
        var token = isGivenToList ? default : stop.Token;

        Task reading = isWholeList ? list.ToListAsync(token) : list.FirstOrDefaultAsync(token);
        await server.WaitForRequestsAsync(2);
        await stop.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => reading.Guarded())).CancellationToken.ShouldBe(stop.Token);
    }

    [Fact]
    public async Task An_error_response_for_a_page_throws()
    {
        await using var server = await KestrelServer.StartAsync(Page("b", 1), Responses.Error(404), Responses.Error(404));
        using var client = Clients.To(server);

        await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.ListAsync().ToListAsync().Guarded());
        await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Agents.ListAsync().FirstOrDefaultAsync().Guarded());
    }

    private static CannedResponse Page(string? next, params int[] agents) => Responses.Json(
        $$"""{"data":[{{string.Join(',', agents.Select(static number => $$"""{"id":"agent_{{number}}"}"""))}}],"next_page":{{(next is null ? "null" : $"\"{next}\"")}}}""");
}
