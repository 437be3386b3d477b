using Shouldly;

namespace Managed.Agents.Tests.Framework;

/// <summary>A client call and the request that it must send.</summary>
internal sealed record Exchange(string Request, Func<ManagedAgentsClient, Task> CallAsync)
{
    /// <summary>The value of the beta header, or null if it must be missing.</summary>
    public string? Beta { get; init; }

    /// <summary>The JSON body, or null if it must be empty.</summary>
    public string? Body { get; init; }

    /// <summary>The JSON that the server returns.</summary>
    public string Response { get; init; } = """{"id":"id_1"}""";

    public async Task VerifyAsync()
    {
        using var server = MockServer.Start(Responses.Json(Response));
        using var client = Clients.To(server);
        await CallAsync(client).Guarded();
        $"{server.Request.Method} {server.Request.Target}".ShouldBe(Request);
        server.Request.Header("anthropic-beta").ShouldBe(Beta);
        server.Request.Body.ShouldBe(Body ?? "");
    }

    public override string ToString() => Request;
}
