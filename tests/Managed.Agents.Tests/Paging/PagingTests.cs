using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Paging;

/// <summary>Lists are read lazily, item by item or page by page.</summary>
public sealed class PagingTests
{
    [Fact]
    public async Task Items_of_all_pages_are_read_in_order()
    {
        using var server = MockServer.Start(Page("b", 1, 2), Page("c", 3), Page(null, 4));
        using var client = Clients.To(server);

        (await IdsAsync(client.Agents.ListAsync(new AgentListOptions { PageSize = 2 }))).ShouldBe(["agent_1", "agent_2", "agent_3", "agent_4"]);

        server.Requests.Select(static request => request.Target).ShouldBe(["/v1/agents?limit=2", "/v1/agents?limit=2&page=b", "/v1/agents?limit=2&page=c"]);
    }

    [Fact]
    public async Task An_empty_page_with_a_cursor_is_not_the_end()
    {
        using var server = MockServer.Start(Page("b"), Page("c"), Page(null, 1));
        using var client = Clients.To(server);

        (await IdsAsync(client.Agents.ListAsync())).ShouldBe(["agent_1"]);
    }

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[],"next_page":null}""")]
    [InlineData("""{"next_page":"","data":[],"prev_page":null}""")]
    public async Task A_list_ends_when_there_is_no_cursor(string body)
    {
        using var server = MockServer.Start(Responses.Json(body));
        using var client = Clients.To(server);

        (await IdsAsync(client.Agents.ListAsync())).ShouldBeEmpty();
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Pages_are_requested_only_when_they_are_needed()
    {
        await using var server = await KestrelServer.StartAsync(Page("b", 1, 2), Page(null, 3));
        using var client = Clients.To(server);
        var list = client.Agents.ListAsync();
        server.Connections.ShouldBe(0);

        await using var items = list.GetAsyncEnumerator();
        await items.MoveNextAsync().Guarded();
        await items.MoveNextAsync().Guarded();
        server.Requests.Count.ShouldBe(1);
        (await items.MoveNextAsync().Guarded()).ShouldBeTrue();
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Each_enumeration_sends_its_own_requests()
    {
        using var server = MockServer.Start();
        server.DefaultResponse = Page(null, 1);
        using var client = Clients.To(server);
        var list = client.Agents.ListAsync();
        var pages = list.AsPages("cursor");

        await IdsAsync(list);
        await IdsAsync(list);
        await foreach (var page in pages)
        {
        }

        await foreach (var page in pages)
        {
        }

        server.Requests.Select(static request => request.Target).ShouldBe(["/v1/agents", "/v1/agents", "/v1/agents?page=cursor", "/v1/agents?page=cursor"]);
    }

    [Fact]
    public async Task Pages_have_cursors_and_request_ids_and_can_be_resumed()
    {
        using var server = MockServer.Start(
            Responses.Json("""{"data":[{"id":"agent_1"}],"next_page":"c d/e","prev_page":"a"}""", 200, ("request-id", "req_1")), Page(null, 2));
        using var client = Clients.To(server);
        var pages = new List<Page<Agent>>();

        await foreach (var page in client.Agents.ListAsync(new AgentListOptions { PageSize = 7 }).AsPages("b", pageSize: 1))
        {
            pages.Add(page);
        }

        pages.Count.ShouldBe(2);
        pages[0].NextCursor.ShouldBe("c d/e");
        pages[0].PreviousCursor.ShouldBe("a");
        pages[0].RequestId.ShouldBe("req_1");
        pages[1].NextCursor.ShouldBeNull();
        server.Requests.Select(static request => request.Target).ShouldBe(["/v1/agents?limit=1&page=b", "/v1/agents?limit=1&page=c%20d%2Fe"]);
    }

    [Fact]
    public async Task A_repeated_cursor_is_an_error()
    {
        using var server = MockServer.Start();
        server.DefaultResponse = Page("b", 1);
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsResponseException>(() => IdsAsync(client.Agents.ListAsync()).Guarded());

        error.JsonPath.ShouldBe("$.next_page");
        error.RequestId.ShouldBe("req_page");
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Only_the_failed_page_is_retried()
    {
        using var server = MockServer.Start(Page("b", 1), Responses.Error(503), Page(null, 2));
        using var client = Clients.To(server);

        (await IdsAsync(client.Agents.ListAsync())).ShouldBe(["agent_1", "agent_2"]);

        server.Requests.Select(static request => request.Target).ShouldBe(["/v1/agents", "/v1/agents?page=b", "/v1/agents?page=b"]);
    }

    [Fact]
    public async Task Items_before_a_failed_page_are_returned()
    {
        using var server = MockServer.Start(Page("b", 1), Responses.Error(404));
        using var client = Clients.To(server);
        var seen = new List<string>();

        await Should.ThrowAsync<ManagedAgentsApiException>(async () =>
        {
            await foreach (var agent in client.Agents.ListAsync())
            {
                seen.Add(agent.Id);
            }
        });

        seen.ShouldBe(["agent_1"]);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Either_token_cancels_the_enumeration_and_is_in_the_exception(bool isPassedToList, bool isPassedToEnumeration)
    {
        using var stop = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        await using var server = await KestrelServer.StartAsync(Page("b", 1));
        server.DefaultResponse = Responses.Never();
        using var client = Clients.To(server);
        var list = client.Agents.ListAsync(cancellationToken: isPassedToList ? stop.Token : other.Token);
        await using var items = list.GetAsyncEnumerator(isPassedToEnumeration ? stop.Token : other.Token);
        await items.MoveNextAsync().Guarded();

        var next = items.MoveNextAsync();
        await server.WaitForRequestsAsync(2);
        await stop.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => next.Guarded())).CancellationToken.ShouldBe(stop.Token);
    }

    [Fact]
    public async Task Pages_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        using var client = Clients.To(new Uri("https://api.example"));

        var cancelled = await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var page in client.Agents.ListAsync().AsPages().WithCancellation(stop.Token))
            {
            }
        });

        cancelled.CancellationToken.ShouldBe(stop.Token);
    }

    [Fact]
    public async Task A_large_page_is_read_completely()
    {
        var items = string.Join(',', Enumerable.Range(0, 1000).Select(static number => JsonSerializer.Serialize(new { id = $"agent_{number}", name = new string('x', 200) })));
        using var server = MockServer.Start(Responses.Json($$"""{"data":[{{items}}]}"""));
        using var client = Clients.To(server);

        (await IdsAsync(client.Agents.ListAsync())).Count.ShouldBe(1000);
    }

    [Fact]
    public async Task A_list_can_be_created_in_a_test()
    {
        var list = new AsyncPageable<int>(static (cursor, _, _) => Task.FromResult(cursor is null ? new Page<int>([1, 2], "next") : new Page<int>([3])));
        var seen = new List<int>();

        await foreach (var item in list)
        {
            seen.Add(item);
        }

        seen.ShouldBe([1, 2, 3]);
    }

    private static CannedResponse Page(string? next, params int[] agents) => Responses.Json(
        $$"""{"data":[{{string.Join(',', agents.Select(static number => $$"""{"id":"agent_{{number}}"}"""))}}],"next_page":{{(next is null ? "null" : $"\"{next}\"")}}}""",
        200,
        ("request-id", "req_page"));

    private static async Task<List<string>> IdsAsync(AsyncPageable<Agent> list)
    {
        var ids = new List<string>();
        await foreach (var agent in list)
        {
            ids.Add(agent.Id);
        }

        return ids;
    }
}
