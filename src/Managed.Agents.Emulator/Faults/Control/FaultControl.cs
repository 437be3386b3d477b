using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Emulator;

/// <summary>
/// The control endpoint of an emulator's faults, for tests in another process: adds, lists and removes them over HTTP. It is not part of the
/// API and requires no key; only programs on this machine can reach it.
/// </summary>
internal sealed class FaultControl(FaultRegistry registry, EmulatorFaults faults, EmulatorServices services)
{
    private const string Path = "/_emulator/faults";

    private readonly FaultReader _reader = new(faults);

    public static bool IsFor(HttpContext http) => http.Request.Path.StartsWithSegments("/_emulator", StringComparison.Ordinal);

    public async Task HandleAsync(HttpContext http)
    {
        var (status, response) = (StatusCodes.Status200OK, new JsonObject());
        try
        {
            response = await ExecuteAsync(http.Request, http.RequestAborted).ConfigureAwait(false);
        }
        catch (ApiError error)
        {
            (status, response) = (error.Status, error.ToEnvelope(services.NewId("req")));
        }

        var bytes = Json.Bytes(response);
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

    private async Task<JsonObject> ExecuteAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var path = request.Path.Value!.TrimEnd('/');
        if (path == Path)
        {
            switch (request.Method)
            {
                case "POST":
                    return await AddAsync(request, cancellationToken).ConfigureAwait(false);
                case "GET":
                    return List();
                case "DELETE":
                    registry.Clear();
                    return List();
            }
        }
        else if (path.StartsWith(Path + "/", StringComparison.Ordinal) && request.Method is "GET" or "DELETE")
        {
            var id = path[(Path.Length + 1)..];
            var fault = registry.Find(id) ?? throw ApiError.NotFound($"The fault {id} does not exist.");
            if (request.Method == "DELETE")
            {
                fault.Remove();
            }

            return ToJson(fault);
        }

        throw ApiError.NotFound($"There is no {request.Method} {request.Path}. Known routes here: POST, GET and DELETE {Path}; GET and DELETE {Path}/{{id}}.");
    }

    private JsonObject List() => new() { ["data"] = new JsonArray([.. registry.Active.Select(ToJson)]) };

    private async Task<JsonObject> AddAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // A browser sends every other content type from a web page to a loopback address without a preflight request.
        if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw ApiError.InvalidRequest($"content-type: must be application/json, got \"{request.ContentType}\".");
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken).ConfigureAwait(false);
            return _reader.Add(body.RootElement) is { } fault ? ToJson(fault) : new JsonObject { ["on"] = FaultReader.OpenStreams };
        }
        catch (JsonException malformed)
        {
            throw ApiError.InvalidRequest($"body: not valid JSON ({malformed.Message}).");
        }
    }
}
