using Shouldly;

namespace Managed.Agents.Tests.Framework;

/// <summary>The calls of the client, by kind, so that a test can cover every read or every create.</summary>
internal sealed record Call(string Name, CannedResponse Success, Func<ManagedAgentsClient, CancellationToken, Task> RunAsync)
{
    private const string Deleted = """{"type":"environment_deleted","id":"env_1"}""";
    private const string Session = """{"type":"session","id":"sesn_1"}""";

    private static readonly Call[] All =
    [
        new("get", Responses.Agent(), static (client, token) => client.Agents.GetAsync("agent_1", cancellationToken: token)),
        new("list", Responses.Json("""{"data":[]}"""), static async (client, token) =>
        {
            await foreach (var page in client.Agents.ListAsync(cancellationToken: token).AsPages())
            {
                page.Items.ShouldBeEmpty();
            }
        }),
        new("raw get", Responses.Agent(), static (client, token) => client.SendAsync(new RawRequest(HttpMethod.Get, "v1/agents/agent_1"), token)),
        new("update", Responses.Agent(), static (client, token) => client.Agents.UpdateAsync("agent_1", new AgentUpdateRequest { Name = "new" }, token)),
        new("archive", Responses.Agent(), static (client, token) => client.Agents.ArchiveAsync("agent_1", token)),
        new("delete", Responses.Json(Deleted), static (client, token) => client.Environments.DeleteAsync("env_1", token)),
        new("raw put", Responses.Agent(), static (client, token) => client.SendAsync(new RawRequest(HttpMethod.Put, "v1/things/1"), token)),
        new("raw idempotent post", Responses.Agent(), static (client, token) => client.SendAsync(new RawRequest(HttpMethod.Post, "v1/things/1") { IsIdempotent = true }, token)),
        new("create agent", Responses.Agent(), static (client, token) => client.Agents.CreateAsync(new AgentCreateRequest { Name = "coder", Model = "claude-opus-5" }, token)),
        new("create session", Responses.Json(Session), static (client, token) => client.Sessions.CreateAsync(new SessionCreateRequest { Agent = "agent_1", EnvironmentId = "env_1" }, token)),
        new("send", Responses.Json("""{"data":[]}"""), static (client, token) => client.Sessions.Events.SendAsync("sesn_1", "Hello", token)),
        new("run deployment", Responses.Json("""{"type":"deployment_run","id":"drun_1"}"""), static (client, token) => client.Deployments.RunAsync("depl_1", token)),
        new("poll work", Responses.Status(204), static (client, token) => client.Environments.Work.PollAsync("env_1", cancellationToken: token)),
        new("raw post", Responses.Agent(), static (client, token) => client.SendAsync(new RawRequest(HttpMethod.Post, "v1/things"), token)),
        new("raw put that is not idempotent", Responses.Agent(), static (client, token) => client.SendAsync(new RawRequest(HttpMethod.Put, "v1/things/1") { IsIdempotent = false }, token)),
        new("stream", Responses.Sse(""), static async (client, token) =>
        {
            await using var stream = await client.Sessions.Events.StreamAsync("sesn_1", cancellationToken: token);
        }),
    ];

    public static string[] Reads { get; } = ["get", "list", "raw get"];

    public static string[] IdempotentWrites { get; } = ["update", "archive", "delete", "raw put", "raw idempotent post"];

    /// <summary>Calls that create or send something each time the server processes them.</summary>
    public static string[] Creates { get; } = ["create agent", "create session", "send", "run deployment", "poll work", "raw post", "raw put that is not idempotent"];

    /// <summary>Calls that can be retried after an ambiguous failure.</summary>
    public static string[] Retryable { get; } = [.. Reads, .. IdempotentWrites, "stream"];

    public static string[] Every { get; } = [.. Retryable, .. Creates];

    /// <summary>One call of each kind, for tests in which further calls would add nothing.</summary>
    public static string[] OneOfEachKind { get; } = ["get", "update", "create agent", "send", "stream"];

    public static Call Named(string name) => All.Single(call => call.Name == name);

    public override string ToString() => Name;
}
