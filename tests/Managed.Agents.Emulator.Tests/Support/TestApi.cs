using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>
/// An emulator and a plain HTTP client for it. Every response is validated against the contract, so each test also checks the shape of the
/// responses.
/// </summary>
public sealed class TestApi : IAsyncDisposable
{
    public const string Beta = "managed-agents-2026-04-01";

    // Much longer than any test needs. Turns a hang into a failure.
    private static readonly TimeSpan TestTimeout = TimeSpan.FromMinutes(2);

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { UseProxy = false });
    private readonly CancellationTokenSource _timeout = new(TestTimeout);
    private readonly List<SseReader> _streams = [];

    private TestApi(AgentsEmulator emulator)
    {
        Emulator = emulator;
    }

    public AgentsEmulator Emulator { get; }

    public CancellationToken Cancellation => _timeout.Token;

    public static async Task<TestApi> StartAsync(Action<AgentsEmulatorOptions>? configure = null)
    {
        var options = new AgentsEmulatorOptions();
        configure?.Invoke(options);
        return new TestApi(await AgentsEmulator.StartAsync(options));
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<Answer> PostAsync(string path, string? json = null) => SendAsync(HttpMethod.Post, path, json);

    public Task<Answer> PostAsync(string path, JsonObject body) => SendAsync(HttpMethod.Post, path, body.ToJsonString());

    public Task<Answer> PostAsync(string path, string? json, string? beta) => SendAsync(HttpMethod.Post, path, json, request => WithBeta(request, beta));

    public Task<Answer> DeleteAsync(string path, string? beta) => SendAsync(HttpMethod.Delete, path, change: request => WithBeta(request, beta));

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? json = null, Action<HttpRequestMessage>? change = null)
    {
        using var request = Request(method, path, change);
        request.Content ??= json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _client.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        var body = JsonNode.Parse(text)?.AsObject() ?? [];
        ContractJudge.Check(method.Method, path, Betas(request), (int)response.StatusCode, text);
        return new Answer((int)response.StatusCode, body, response.Headers);
    }

    /// <summary>Sends a form, like a client of the released operations: without a beta value by default.</summary>
    public Task<Answer> UploadAsync(string path, HttpContent form, string? beta = null) =>
        SendAsync(HttpMethod.Post, path, change: request => WithBeta(request, beta).Content = form);

    public Task<Answer> GetAsync(string path, string? beta) => SendAsync(HttpMethod.Get, path, change: request => WithBeta(request, beta));

    /// <summary>Gets a response that is not JSON. The caller disposes it.</summary>
    public async Task<HttpResponseMessage> DownloadAsync(string path, string? beta = null)
    {
        using var request = Request(HttpMethod.Get, path, request => WithBeta(request, beta));
        return await _client.SendAsync(request, Cancellation);
    }

    /// <summary>Sends a request without a body and returns the response as text.</summary>
    public async Task<string> SendWithoutBodyAsync(string method, string path, string? beta)
    {
        using var request = Request(new HttpMethod(method), path, request => WithBeta(request, beta));
        using var response = await _client.SendAsync(request, Cancellation);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    public async Task<SseReader> OpenAsync(string path, Action<HttpRequestMessage>? change = null)
    {
        using var request = Request(HttpMethod.Get, path, change);
        var response = await _client.SendAsync(request, Cancellation);
        ((int)response.StatusCode).ShouldBe(200, await ErrorTextAsync(response));
        var reader = new SseReader(response, Cancellation);
        _streams.Add(reader);
        return reader;
    }

    public Task<SseReader> StreamAsync(string sessionId, string query = "") => OpenAsync($"/v1/sessions/{sessionId}/events/stream{query}");

    public Task<Answer> SayAsync(string sessionId, string text) => SendEventsAsync(sessionId, Inputs.Message(text));

    public Task<Answer> SendEventsAsync(string sessionId, params JsonObject[] events) =>
        PostAsync($"/v1/sessions/{sessionId}/events", new JsonObject { ["events"] = new JsonArray([.. events]) });

    public async Task<string> CreateAgentAsync(string name = "coder", string tools = """[{"type":"agent_toolset_20260401"}]""", string more = "")
    {
        var answer = await PostAsync("/v1/agents", $$"""{"name":"{{name}}","model":"claude-opus-5","tools":{{tools}}{{more}}}""");
        answer.Status.ShouldBe(200, answer.Body.ToJsonString());
        return answer.Id;
    }

    public async Task<string> CreateEnvironmentAsync(string config = """{"type":"cloud"}""")
    {
        var answer = await PostAsync("/v1/environments", $$"""{"name":"env","config":{{config}}}""");
        answer.Status.ShouldBe(200, answer.Body.ToJsonString());
        return answer.Id;
    }

    public async Task<string> CreateSessionAsync(string? agentId = null, string? environmentId = null, string more = "")
    {
        agentId ??= await CreateAgentAsync();
        environmentId ??= await CreateEnvironmentAsync();
        var answer = await PostAsync("/v1/sessions", $$"""{"agent":"{{agentId}}","environment_id":"{{environmentId}}"{{more}}}""");
        answer.Status.ShouldBe(200, answer.Body.ToJsonString());
        return answer.Id;
    }

    /// <summary>Archives a session when it is idle, which ends its streams.</summary>
    public async Task ArchiveWhenIdleAsync(string sessionId)
    {
        // Reads the history, because stream faults do not affect it.
        while ((await GetAsync($"/v1/sessions/{sessionId}/events?order=desc&limit=1")).Data is not [var last] || last.Type() != "session.status_idle")
        {
            Cancellation.ThrowIfCancellationRequested();
        }

        (await PostAsync($"/v1/sessions/{sessionId}/archive")).ShouldSucceed();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var stream in _streams)
        {
            stream.Dispose();
        }

        await Emulator.DisposeAsync();
        _client.Dispose();
        _timeout.Dispose();
    }

    private static HttpRequestMessage WithBeta(HttpRequestMessage request, string? beta)
    {
        request.Headers.Remove("anthropic-beta");
        if (beta is not null)
        {
            request.Headers.Add("anthropic-beta", beta);
        }

        return request;
    }

    private static string[] Betas(HttpRequestMessage request) =>
        request.Headers.TryGetValues("anthropic-beta", out var values) ? [.. values.SelectMany(static value => value.Split(','))] : [];

    private static async Task<string> ErrorTextAsync(HttpResponseMessage response) =>
        response.IsSuccessStatusCode ? "" : await response.Content.ReadAsStringAsync();

    private HttpRequestMessage Request(HttpMethod method, string path, Action<HttpRequestMessage>? change)
    {
        var request = new HttpRequestMessage(method, new Uri(Emulator.BaseAddress, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Emulator.ApiKey);
        request.Headers.Add("anthropic-version", "2026-10-21");
        request.Headers.Add("anthropic-beta", Beta);
        change?.Invoke(request);
        return request;
    }
}
