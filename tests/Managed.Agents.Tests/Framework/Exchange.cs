using Shouldly;

namespace Managed.Agents.Tests.Framework;

/// <summary>A call of the client and the request that it makes.</summary>
internal sealed record Exchange(string Request, Func<ManagedAgentsClient, Task> CallAsync)
{
    /// <summary>The value of the beta header; null for none.</summary>
    public string? Beta { get; init; }

    /// <summary>The JSON body; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>What the server answers.</summary>
    public string Answer { get; init; } = """{"id":"id_1"}""";

    public async Task CheckAsync()
    {
        await using var server = await StubServer.StartAsync(Answers.Json(Answer));
        using var client = Clients.To(server);
        await CallAsync(client).Guarded();
        $"{server.Request.Method} {server.Request.Target}".ShouldBe(Request);
        server.Request.Header("anthropic-beta").ShouldBe(Beta);
        server.Request.Body.ShouldBe(Body ?? "");
    }

    public override string ToString() => Request;
}
