using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Managed.Agents.Tests.Framework;
using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Tests.Running.Tools.Answers;

/// <summary>A session whose responses to answers are scripted, and whose history a test writes.</summary>
internal sealed class AnsweredSession : IAsyncDisposable
{
    private readonly ConcurrentQueue<ResponseWriter> _responses = new();
    private readonly KestrelServer _server;

    private AnsweredSession(KestrelServer server, TestTimeProvider clock, LogRecorder? logs)
    {
        _server = server;
        Client = Clients.To(server, static options => options.Resilience = null, clock, logs);
        server.DefaultResponse = RespondAsync;
    }

    public ManagedAgentsClient Client { get; }

    /// <summary>The events of the history, oldest first, as JSON.</summary>
    public List<string> History { get; } = [];

    /// <summary>The number of events on a page.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>The response to reading the history, or null for the history.</summary>
    public ResponseWriter? HistoryResponse { get; set; }

    /// <summary>The answers that were sent, as JSON.</summary>
    public IReadOnlyList<string> Sent => [.. _server.Requests.Where(static request => request.Method == "POST").Select(static request => JsonNode.Parse(request.Body)!["events"]![0]!.ToJsonString())];

    /// <summary>The requests for the history.</summary>
    public IReadOnlyList<string> Reads => [.. _server.Requests.Where(static request => request.Method == "GET").Select(static request => Uri.UnescapeDataString(request.Target))];

    public static async Task<AnsweredSession> StartAsync(TestTimeProvider clock, LogRecorder? logs = null) => new(await KestrelServer.StartAsync(), clock, logs);

    /// <summary>Adds responses to answers. After the last, answers are accepted.</summary>
    public void Then(params ResponseWriter[] responses) => Array.ForEach(responses, _responses.Enqueue);

    /// <summary>Runs something when the next answer arrives, and then rejects the answer.</summary>
    public void ThenReject(Action then, int status = 400) => Then(async context =>
    {
        then();
        await Responses.Error(status, "invalid_request_error").WriteAsync(context);
    });

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
    }

    private Task RespondAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            return (HistoryResponse ?? PageAsync)(context);
        }

        return _responses.TryDequeue(out var response) ? response(context) : Responses.Json("""{"data":[]}""").WriteAsync(context);
    }

    private Task PageAsync(HttpContext context)
    {
        var types = context.Request.Query["types[]"].ToHashSet(StringComparer.Ordinal);
        var start = int.Parse(context.Request.Query["page"].FirstOrDefault() ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var newestFirst = History.Select(static json => JsonNode.Parse(json)!).Where(one => types.Contains(one["type"]!.ToString())).Reverse().ToList();
        var data = new JsonArray([.. newestFirst.Skip(start).Take(PageSize)]);
        var next = start + PageSize < newestFirst.Count ? $"{start + PageSize}" : null;
        return Responses.Json(new JsonObject { ["data"] = data, ["next_page"] = next }.ToJsonString()).WriteAsync(context);
    }
}
