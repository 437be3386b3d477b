using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Tests.Framework;

/// <summary>The responses that test servers send.</summary>
internal static class Responses
{
    public const string AgentJson = """{"type":"agent","id":"agent_1","name":"coder","version":3}""";

    public static CannedResponse Agent(params (string Name, string Value)[] headers) => Json(AgentJson, 200, headers);

    public static CannedResponse Json(string json, int status = 200, params (string Name, string Value)[] headers) =>
        Body("application/json", Encoding.UTF8.GetBytes(json), status, headers);

    public static CannedResponse Html(string html, int status = 200, params (string Name, string Value)[] headers) =>
        Body("text/html; charset=utf-8", Encoding.UTF8.GetBytes(html), status, headers);

    public static CannedResponse Sse(string frames, params (string Name, string Value)[] headers) =>
        Body("text/event-stream; charset=utf-8", Encoding.UTF8.GetBytes(frames), 200, headers);

    /// <summary>An error envelope as the API writes it.</summary>
    public static CannedResponse Error(int status, string type = "api_error", params (string Name, string Value)[] headers) =>
        Json($$$"""{"type":"error","error":{"type":"{{{type}}}","message":"because"},"request_id":"req_body"}""", status, headers);

    /// <summary>A response without a body.</summary>
    public static CannedResponse Status(int status, params (string Name, string Value)[] headers) => new(status, null, null, headers);

    public static CannedResponse Body(string? contentType, byte[] body, int status = 200, params (string Name, string Value)[] headers) =>
        new(status, contentType, body, headers);

    /// <summary>A response that a proxy has compressed.</summary>
    public static CannedResponse Gzip(string contentType, string text, int status = 200)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return Body(contentType, buffer.ToArray(), status, ("content-encoding", "gzip"));
    }

    /// <summary>Sends less than the announced content length, then closes the connection.</summary>
    public static ResponseWriter CutBody(string json) => async context =>
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length + 100;
        await context.Response.WriteAsync(json);
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    /// <summary>Closes the connection without a response.</summary>
    public static ResponseWriter Abort() => static context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Sends the response when the task completes.</summary>
    public static ResponseWriter After(Task released, ResponseWriter response) => async context =>
    {
        await released.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!context.RequestAborted.IsCancellationRequested)
        {
            await response(context);
        }
    };

    /// <summary>Sends nothing until the client closes the connection.</summary>
    public static ResponseWriter Never() => After(Task.Delay(Timeout.Infinite), Abort());
}
