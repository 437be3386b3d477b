using Managed.Agents.Models;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Paging;

/// <summary>Lists whose cursors are ids: models and webhook endpoints.</summary>
public sealed class IdPagingTests
{
    [Fact]
    public async Task A_list_is_paged_by_the_last_id()
    {
        using var server = MockServer.Start(
            Page(hasMore: true, "model/a", "model b"), Page(hasMore: true, "c"), Page(hasMore: false, "d"));
        using var client = Clients.To(server);

        var ids = await IdsAsync(client, new() { Lifecycle = [ModelLifecycle.Active, ModelLifecycle.Retired], PageSize = 2 });

        ids.ShouldBe(["model/a", "model b", "c", "d"]);
        const string Filters = "lifecycle%5B%5D=active&lifecycle%5B%5D=retired&limit=2";
        server.Requests.Select(static request => request.Target).ShouldBe([
            $"/v1/models?{Filters}",
            $"/v1/models?{Filters}&after_id=model%20b",
            $"/v1/models?{Filters}&after_id=c",
        ]);
        server.Requests.ShouldAllBe(static request => request.Header("anthropic-beta") == null);
    }

    [Theory]
    [InlineData("""{"data":[{"id":"a","type":"model"}],"has_more":false,"first_id":"a","last_id":"a"}""")]
    [InlineData("""{"data":[{"id":"a","type":"model"}],"has_more":true,"first_id":"a","last_id":null}""")]
    [InlineData("""{"data":[{"id":"a","type":"model"}],"first_id":"a","last_id":"a"}""")]
    [InlineData("""{"last_id":"a","has_more":false,"next_page":"p","data":[{"id":"a","type":"model"}]}""")]
    public async Task A_list_ends_without_has_more_or_without_a_last_id(string body)
    {
        using var server = MockServer.Start(Responses.Json(body));
        using var client = Clients.To(server);

        (await IdsAsync(client)).ShouldBe(["a"]);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_page_ends_the_list()
    {
        using var server = MockServer.Start(Responses.Json("""{"data":[],"has_more":true,"first_id":null,"last_id":"a"}"""));
        using var client = Clients.To(server);

        (await IdsAsync(client)).ShouldBeEmpty();
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Pages_resume_after_an_id_and_have_a_previous_cursor()
    {
        using var server = MockServer.Start(Page(hasMore: true, "c", "d"), Page(hasMore: false, "e"));
        using var client = Clients.To(server);

        var pages = await client.Models.ListAsync(new() { PageSize = 5 }).AsPages("b", pageSize: 2).ToListAsync().Guarded();

        server.Requests.Select(static request => request.Target).ShouldBe(["/v1/models?limit=2&after_id=b", "/v1/models?limit=2&after_id=d"]);
        pages.Select(static page => page.NextCursor).ShouldBe(["d", null]);
        pages.Select(static page => page.PreviousCursor).ShouldBe(["c", "e"]);
    }

    [Fact]
    public async Task A_list_is_read_backwards_from_an_id()
    {
        using var server = MockServer.Start(Page(hasMore: true, "c", "d"), Page(hasMore: false, "a", "b"));
        using var client = Clients.To(server);

        var pages = await client.Models.ListAsync(new() { BeforeId = "e" }).AsPages().ToListAsync().Guarded();

        server.Requests.Select(static request => request.Target).ShouldBe(["/v1/models?before_id=e", "/v1/models?before_id=c"]);
        pages.Select(static page => page.NextCursor).ShouldBe(["c", null]);
    }

    [Fact]
    public async Task A_repeated_cursor_is_an_error()
    {
        using var server = MockServer.Start();
        server.DefaultResponse = Page(hasMore: true, "a");
        using var client = Clients.To(server);

        (await Should.ThrowAsync<ManagedAgentsResponseException>(() => IdsAsync(client))).JsonPath.ShouldBe("$.last_id");
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Webhook_endpoints_are_paged_by_the_last_id()
    {
        using var server = MockServer.Start(
            Responses.Json("""{"data":[{"id":"we_1"}],"has_more":true,"first_id":"we_1","last_id":"we_1"}"""),
            Responses.Json("""{"data":[{"id":"we_2"}],"has_more":false,"first_id":"we_2","last_id":"we_2"}"""));
        using var client = Clients.To(server);

        var endpoints = await client.Webhooks.Endpoints.ListAsync(new() { Order = SortOrder.Ascending }).ToListAsync().Guarded();

        endpoints.Select(static endpoint => endpoint.Id).ShouldBe(["we_1", "we_2"]);
        server.Requests[1].Target.ShouldBe("/v1/organizations/webhooks?order=asc&after_id=we_1");
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(ManagedAgentsClient client, ModelListOptions? options = null) =>
        [.. (await client.Models.ListAsync(options).ToListAsync().Guarded()).Select(static model => model.Id)];

    private static CannedResponse Page(bool hasMore, params string[] ids) => Responses.Json(
        $$"""
        {"data":[{{string.Join(',', ids.Select(static id => $$"""{"id":"{{id}}","type":"model"}"""))}}],
         "has_more":{{(hasMore ? "true" : "false")}},"first_id":"{{ids[0]}}","last_id":"{{ids[^1]}}"}
        """);
}
