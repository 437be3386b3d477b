using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Tests.Framework;

/// <summary>The answers that tests give.</summary>
internal static class Answers
{
    public const string AgentJson = """{"type":"agent","id":"agent_1","name":"coder","version":3}""";

    public static Answer Agent(params (string Name, string Value)[] headers) => Json(AgentJson, 200, headers);

    public static Answer Json(string json, int status = 200, params (string Name, string Value)[] headers) =>
        Body("application/json", Encoding.UTF8.GetBytes(json), status, headers);

    public static Answer Html(string html, int status = 200, params (string Name, string Value)[] headers) =>
        Body("text/html; charset=utf-8", Encoding.UTF8.GetBytes(html), status, headers);

    public static Answer Sse(string frames, params (string Name, string Value)[] headers) =>
        Body("text/event-stream; charset=utf-8", Encoding.UTF8.GetBytes(frames), 200, headers);

    /// <summary>An error as the API writes it.</summary>
    public static Answer Error(int status, string type = "api_error", params (string Name, string Value)[] headers) =>
        Json($$$"""{"type":"error","error":{"type":"{{{type}}}","message":"because"},"request_id":"req_body"}""", status, headers);

    /// <summary>A status without a body.</summary>
    public static Answer Status(int status, params (string Name, string Value)[] headers) => context =>
    {
        Begin(context, status, headers);
        return Task.CompletedTask;
    };

    public static Answer Body(string? contentType, byte[] body, int status = 200, params (string Name, string Value)[] headers) => async context =>
    {
        Begin(context, status, headers);
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    };

    /// <summary>An answer compressed as a proxy would.</summary>
    public static Answer Gzip(string contentType, string text)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return Body(contentType, buffer.ToArray(), 200, ("content-encoding", "gzip"));
    }

    /// <summary>Promises a longer body than it sends, then cuts the connection.</summary>
    public static Answer CutBody(string json, params (string Name, string Value)[] headers) => async context =>
    {
        Begin(context, 200, headers);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length + 100;
        await context.Response.WriteAsync(json);
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    /// <summary>Cuts the connection without a word.</summary>
    public static Answer Abort() => static context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Gives the answer when the test lets it.</summary>
    public static Answer After(Task released, Answer answer) => async context =>
    {
        await released.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!context.RequestAborted.IsCancellationRequested)
        {
            await answer(context);
        }
    };

    /// <summary>Never answers; ends when the client leaves.</summary>
    public static Answer Never() => After(Task.Delay(Timeout.Infinite), Abort());

    private static void Begin(HttpContext context, int status, (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }
    }
}
