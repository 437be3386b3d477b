using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Emulator;

/// <summary>
/// The faults of an emulator over HTTP, for tests in another process: sets them up, lists them, calls them off. It is no part of the API, so
/// it takes no key; only programs of this machine reach it.
/// </summary>
internal sealed class FaultControl(FaultBook book, EmulatorFaults faults, EmulatorServices services)
{
    private const string Path = "/_emulator/faults";

    private readonly FaultReader _reader = new(faults);

    public static bool IsFor(HttpContext http) => http.Request.Path.StartsWithSegments("/_emulator", StringComparison.Ordinal);

    public async Task HandleAsync(HttpContext http)
    {
        var (status, answer) = (StatusCodes.Status200OK, new JsonObject());
        try
        {
            answer = await AnswerAsync(http.Request, http.RequestAborted).ConfigureAwait(false);
        }
        catch (ApiError error)
        {
            (status, answer) = (error.Status, error.ToEnvelope(services.NewId("req")));
        }

        var bytes = Json.Bytes(answer);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted).ConfigureAwait(false);
    }

    private static JsonObject ToJson(Fault fault)
    {
        var terms = fault.Terms;
        return new JsonObject
        {
            ["id"] = fault.Id,
            ["on"] = terms.Target,
            ["do"] = terms.Action,
            ["session_id"] = terms.SessionId,
            ["times"] = terms.Times == int.MaxValue ? null : terms.Times,
            ["rate"] = terms.Rate,
            ["seed"] = terms.Seed,
            ["hits"] = fault.Hits,
            ["active"] = fault.IsActive,
        };
    }

    private async Task<JsonObject> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var path = request.Path.Value!.TrimEnd('/');
        if (path == Path)
        {
            switch (request.Method)
            {
                case "POST":
                    return await SetUpAsync(request, cancellationToken).ConfigureAwait(false);
                case "GET":
                    return List();
                case "DELETE":
                    book.Clear();
                    return List();
            }
        }
        else if (path.StartsWith(Path + "/", StringComparison.Ordinal) && request.Method is "GET" or "DELETE")
        {
            var id = path[(Path.Length + 1)..];
            var fault = book.Find(id) ?? throw ApiError.NotFound($"There is no fault {id}.");
            if (request.Method == "DELETE")
            {
                fault.Remove();
            }

            return ToJson(fault);
        }

        throw ApiError.NotFound($"There is no {request.Method} {request.Path}. Known routes here: POST, GET and DELETE {Path}; GET and DELETE {Path}/{{id}}.");
    }

    private JsonObject List() => new() { ["data"] = new JsonArray([.. book.Active.Select(ToJson)]) };

    private async Task<JsonObject> SetUpAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // A web page can make a browser send anything but this type to a loopback address without asking.
        if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw ApiError.InvalidRequest($"content-type: must be application/json, got \"{request.ContentType}\".");
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken).ConfigureAwait(false);
            return _reader.SetUp(body.RootElement) is { } fault ? ToJson(fault) : new JsonObject { ["on"] = FaultReader.OpenStreams };
        }
        catch (JsonException malformed)
        {
            throw ApiError.InvalidRequest($"body: not valid JSON ({malformed.Message}).");
        }
    }
}
