namespace Managed.Agents.Emulator.Tests;

public sealed class WorkKeyTests
{
    [Fact]
    public async Task The_API_key_can_only_retrieve_update_stop_and_count_work()
    {
        await using var api = await TestApi.StartAsync();
        var (worker, item, _) = await WorkAsync(api);
        var path = $"{worker.Path}/{item.Id}";

        (await api.GetAsync($"{worker.Path}/poll")).ShouldFail(403, "permission_error", "environment key");
        (await api.PostAsync($"{path}/ack")).ShouldFail(403, "permission_error", "environment key");
        (await api.PostAsync($"{path}/heartbeat")).ShouldFail(403, "permission_error", "environment key");
        (await api.GetAsync(worker.Path)).ShouldFail(403, "permission_error", "environment key");
        (await api.GetAsync(path)).ShouldSucceed()["secret"].ShouldBeNull();
        (await api.PostAsync(path, """{"metadata":{}}""")).ShouldSucceed();
        (await api.GetAsync($"{worker.Path}/stats")).ShouldSucceed();
        (await api.PostAsync($"{path}/stop", "{}")).ShouldSucceed();
    }

    [Fact]
    public async Task An_environment_key_can_access_the_queue_and_the_sessions_of_its_environment()
    {
        await using var api = await TestApi.StartAsync();
        var (worker, item, session) = await WorkAsync(api);
        var elsewhere = await api.CreateSessionAsync();
        var stranger = new Worker(api, await api.CreateEnvironmentAsync("""{"type":"self_hosted"}"""));

        (await worker.SendAsync(HttpMethod.Get, $"/v1/sessions/{session}")).ShouldSucceed();
        (await worker.SendAsync(HttpMethod.Get, $"/v1/sessions/{session}/events")).ShouldSucceed();
        (await worker.SendAsync(HttpMethod.Get, "/v1/sessions/sesn_none")).ShouldBeMissing();
        (await worker.SendAsync(HttpMethod.Get, "/v1/skills/xlsx")).ShouldSucceed();
        (await worker.StatsAsync()).ShouldSucceed();
        foreach (var path in new[] { $"/v1/sessions/{elsewhere}", "/v1/sessions", "/v1/agents", "/v1/memory_stores", "/v1/environments", $"/v1/environments/{worker.EnvironmentId}", $"{worker.Path}/{item.Id}", stranger.Path })
        {
            (await worker.SendAsync(HttpMethod.Get, path)).ShouldFail(403, "permission_error", "not valid for");
        }

        (await stranger.SendAsync(HttpMethod.Get, $"/v1/sessions/{session}")).ShouldFail(403, "permission_error", "not valid for");
        (await worker.SendAsync(HttpMethod.Post, $"/v1/sessions/{session}/archive")).ShouldFail(403, "permission_error", "not valid for");
    }

    [Fact]
    public async Task The_secret_of_a_work_item_can_access_its_lease_its_session_and_the_memory_stores_of_the_session()
    {
        await using var api = await TestApi.StartAsync();
        var (worker, item, session) = await WorkAsync(api);
        var other = (await api.CreateStoreAsync("other"))!;
        var secret = Worker.Secret(item);
        secret["api_base_url"]!.GetValue<string>().ShouldBe(api.Emulator.BaseAddress.GetLeftPart(UriPartial.Authority));
        secret["sessions_token"]!.GetValue<string>().ShouldStartWith("sk-ant-req-");
        var inner = new Worker(api, worker.EnvironmentId, Worker.TokenOf(item));

        (await inner.AckAsync(item.Id)).ShouldSucceed();
        (await inner.BeatAsync(item.Id)).ShouldSucceed();
        var shown = (await inner.SendAsync(HttpMethod.Get, $"/v1/sessions/{session}")).ShouldSucceed();
        var store = $"/v1/memory_stores/{shown.Body["resources"]![0]!["memory_store_id"]!.GetValue<string>()}";
        (await inner.SendAsync(HttpMethod.Post, $"{store}/memories", """{"path":"/a.md","content":"a"}""")).ShouldSucceed();
        (await worker.SendAsync(HttpMethod.Get, $"{store}/memories")).ShouldFail(403, "permission_error", "not valid for");
        (await inner.SendAsync(HttpMethod.Get, $"{other}/memories")).ShouldFail(403, "permission_error", "not valid for");
        (await inner.PollAsync()).ShouldFail(403, "permission_error", "not valid for");
        (await inner.StatsAsync()).ShouldFail(403, "permission_error", "not valid for");
        (await inner.BeatAsync(api.Emulator.QueueHealthCheck(worker.EnvironmentId))).ShouldFail(403, "permission_error", "not valid for");
        (await inner.SendAsync(HttpMethod.Get, $"/v1/sessions/{await api.CreateSessionAsync(environmentId: worker.EnvironmentId)}")).ShouldFail(403, "permission_error", "not valid for");
        (await inner.StopAsync(item.Id, force: true)).ShouldSucceed();
    }

    [Fact]
    public async Task One_key_can_be_configured_for_all_self_hosted_environments()
    {
        await using var api = await TestApi.StartAsync(options => options.EnvironmentKey = "sk-ant-oat01-mine");
        var (worker, _, session) = await WorkAsync(api);
        var mine = new Worker(api, worker.EnvironmentId, "sk-ant-oat01-mine");

        (await mine.StatsAsync()).ShouldSucceed();
        (await mine.SendAsync(HttpMethod.Get, $"/v1/sessions/{session}")).ShouldSucceed();
        (await mine.SendAsync(HttpMethod.Get, $"/v1/sessions/{await api.CreateSessionAsync()}")).ShouldFail(403, "permission_error", "not valid for");
        (await mine.SendAsync(HttpMethod.Get, "/v1/agents")).ShouldFail(403, "permission_error", "not valid for");
    }

    [Fact]
    public async Task Work_items_can_be_returned_without_a_secret()
    {
        await using var api = await TestApi.StartAsync(options => options.OmitWorkSecrets = true);
        var (_, item, _) = await WorkAsync(api);

        item.Body.ContainsKey("secret").ShouldBeTrue();
        item["secret"].ShouldBeNull();
    }

    [Fact]
    public async Task A_worker_key_must_be_the_only_credential_and_a_bearer_token()
    {
        await using var api = await TestApi.StartAsync();
        var environment = await api.CreateEnvironmentAsync("""{"type":"self_hosted"}""");
        var key = api.Emulator.CreateEnvironmentKey(environment);
        key.ShouldStartWith("sk-ant-oat01-");
        api.Emulator.CreateEnvironmentKey(environment).ShouldNotBe(key);

        (await StatsAsync(bearer: null, header: key)).Status.ShouldBe(401);
        (await StatsAsync(bearer: key, header: api.Emulator.ApiKey)).Status.ShouldBe(401);
        (await StatsAsync(bearer: key, header: null)).Status.ShouldBe(200);

        Task<Answer> StatsAsync(string? bearer, string? header) => api.SendAsync(HttpMethod.Get, $"/v1/environments/{environment}/work/stats", change: request =>
        {
            request.Headers.Authorization = bearer is null ? null : new("Bearer", bearer);
            if (header is not null)
            {
                request.Headers.Add("x-api-key", header);
            }
        });
    }

    private static async Task<(Worker Worker, Answer Item, string Session)> WorkAsync(TestApi api)
    {
        var worker = new Worker(api, await api.CreateEnvironmentAsync("""{"type":"self_hosted"}"""));
        var store = (await api.CreateStoreAsync()).Split('/')[^1];
        var session = await api.CreateSessionAsync(environmentId: worker.EnvironmentId, more: $$""","resources":[{"type":"memory_store","memory_store_id":"{{store}}"}]""");
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "Hello");
        await stream.UntilIdleAsync();
        return (worker, (await worker.PollAsync()).ShouldSucceed(), session);
    }
}
