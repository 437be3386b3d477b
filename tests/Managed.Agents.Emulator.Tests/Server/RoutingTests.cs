namespace Managed.Agents.Emulator.Tests;

/// <summary>Known and unknown routes, and the request id of every response.</summary>
public sealed class RoutingTests
{
    [Fact]
    public async Task An_unknown_route_is_404_and_lists_the_routes_of_its_area()
    {
        await using var api = await TestApi.StartAsync();

        var answer = await api.PostAsync("/v1/agents/agent_1/unarchive");

        answer.Status.ShouldBe(404);
        answer.ErrorType.ShouldBe("not_found_error");
        answer.Message.ShouldContain("POST /v1/agents/{agent_id}/archive");
        answer.Message.ShouldNotContain("/v1/sessions");
    }

    [Fact]
    public async Task An_unknown_area_lists_the_known_areas()
    {
        await using var api = await TestApi.StartAsync();

        (await api.GetAsync("/v1/agent")).Message.ShouldContain("/v1/agents");
    }

    [Fact]
    public async Task A_wrong_method_is_404()
    {
        await using var api = await TestApi.StartAsync();

        (await api.SendAsync(HttpMethod.Delete, $"/v1/agents/{await api.CreateAgentAsync()}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Every_operation_of_the_contract_is_simulated()
    {
        await using var api = await TestApi.StartAsync();
        var missing = new List<string>();
        foreach (var operation in ContractCatalog.Instance.Operations)
        {
            var beta = operation.IsReleased ? null : string.Join(',', BetaVariants.Values(operation).Take(1));
            var answer = await api.SendWithoutBodyAsync(operation.Method, operation.Path.Replace('{', '_').Replace('}', '_'), beta);
            if (answer.Contains("does not simulate", StringComparison.Ordinal))
            {
                missing.Add(operation.Id);
            }
        }

        missing.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_response_has_a_request_id_and_errors_repeat_it()
    {
        await using var api = await TestApi.StartAsync();

        var good = await api.GetAsync("/v1/agents");
        var bad = await api.GetAsync("/v1/agents/agent_nobody");

        good.Headers.GetValues("request-id").ShouldHaveSingleItem().ShouldStartWith("req_01");
        bad["request_id"]!.GetValue<string>().ShouldBe(bad.Headers.GetValues("request-id").Single());
        bad.Headers.GetValues("request-id").Single().ShouldNotBe(good.Headers.GetValues("request-id").Single());
    }

    [Fact]
    public async Task An_escaped_slash_stays_inside_its_segment()
    {
        await using var api = await TestApi.StartAsync();

        var answer = await api.GetAsync("/v1/agents/agent_1%2Fversions");

        answer.Status.ShouldBe(404);
        answer.Message.ShouldContain("There is no agent agent_1/versions");
    }

    [Fact]
    public async Task The_emulator_keeps_the_latest_requests()
    {
        await using var api = await TestApi.StartAsync(options => options.RequestHistorySize = 2);
        await api.GetAsync("/v1/environments");
        await api.GetAsync("/v1/agents?limit=5");
        var notFound = await api.GetAsync("/v1/agents/agent_nobody");

        var requests = api.Emulator.Requests;

        requests.Count.ShouldBe(2);
        requests[0].ShouldBe(new EmulatedRequest("GET", "/v1/agents", "?limit=5", "agents.list", 200, requests[0].RequestId));
        requests[1].Status.ShouldBe(404);
        requests[1].RequestId.ShouldBe(notFound["request_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_ids()
    {
        await using var one = await TestApi.StartAsync(options => options.Seed = 7);
        await using var two = await TestApi.StartAsync(options => options.Seed = 7);
        await using var other = await TestApi.StartAsync(options => options.Seed = 8);

        var id = await one.CreateAgentAsync();

        id.ShouldMatch("^agent_01[1-9A-HJ-NP-Za-km-z]{22}$");
        (await two.CreateAgentAsync()).ShouldBe(id);
        (await other.CreateAgentAsync()).ShouldNotBe(id);
    }
}
