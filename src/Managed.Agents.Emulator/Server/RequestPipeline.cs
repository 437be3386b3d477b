using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Managed.Agents.Emulator;

/// <summary>Processes a request: checks its key, route, headers, query and body, runs the operation, and writes the response.</summary>
internal sealed class RequestPipeline(AccessRules access, Router router, Operations operations, FormRules forms, EngineContext context, RequestLog log)
{
    public async Task HandleAsync(HttpContext http)
    {
        var requestId = context.Services.NewId("req");
        http.Response.Headers["request-id"] = requestId;
        ContractOperation? operation = null;
        try
        {
            var caller = access.CheckKey(http.Request);
            var path = RawPath(http);
            var betas = AccessRules.Betas(http.Request);
            (operation, var route) = router.Find(http.Request.Method, path, betas);
            access.CheckOperation(http.Request, caller, operation, route);
            operations.RequireSimulated(operation);
            var query = RequestQuery.Read(http.Request.Query, operation);
            using var form = operation.IsMultipart ? await MultipartBody.ReadAsync(http.Request, operation, forms, http.RequestAborted).ConfigureAwait(false) : null;
            var body = form?.Fields ?? await RequestBody.ReadAsync(http.Request, operation, http.RequestAborted).ConfigureAwait(false);
            var call = new ApiCall(operation, route, query, body) { Betas = betas, Files = form?.Files ?? [], WorkerId = Header(http, "Anthropic-Worker-ID") };
            var fault = RequestFault.Take(context.Faults, operation, route.GetValueOrDefault("session_id"));
            if (fault?.Error is { } injected)
            {
                injected.AddHeaders(http.Response.Headers);
                throw injected.ToError();
            }

            if (fault is { DropsRequest: true })
            {
                Log(http, operation, status: 0, requestId);
                http.Abort();
                return;
            }

            if (operation.IsStream)
            {
                using var subscription = operations.Open(call);
                Log(http, operation, StatusCodes.Status200OK, requestId);
                if (fault is not null && !await fault.WaitBeforeResponseAsync(http, context).ConfigureAwait(false))
                {
                    return;
                }

                using var stream = new SseResponse(http, subscription, context, call.Route("session_id"), requestId);
                await stream.WriteAsync().ConfigureAwait(false);
            }
            else if (operation.IsBinary)
            {
                using var download = operations.Download(call);
                Log(http, operation, StatusCodes.Status200OK, requestId);
                if (fault is not null && !await fault.WaitBeforeResponseAsync(http, context).ConfigureAwait(false))
                {
                    return;
                }

                await download.WriteAsync(http.Response, http.RequestAborted).ConfigureAwait(false);
            }
            else
            {
                var response = await operations.RunAsync(call, http.RequestAborted).ConfigureAwait(false);
                if (context.Services.Webhooks is { } webhooks)
                {
                    ResourceWebhooks.Send(webhooks, call, response);
                }

                Log(http, operation, StatusCodes.Status200OK, requestId);
                if (fault is not null && !await fault.WaitBeforeResponseAsync(http, context).ConfigureAwait(false))
                {
                    return;
                }

                await WriteAsync(http, StatusCodes.Status200OK, response, truncate: fault is { TruncatesResponse: true }).ConfigureAwait(false);
            }
        }
        catch (ApiError error)
        {
            await FailAsync(http, operation, error, requestId).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested || context.Stopping.IsCancellationRequested)
        {
            // The client disconnected or the emulator stops. A response without a body would look like a success.
            http.Abort();
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            var error = new ApiError(StatusCodes.Status500InternalServerError, "api_error", $"The emulator failed: {failure}");
            await FailAsync(http, operation, error, requestId).ConfigureAwait(false);
        }
    }

    private static string? Header(HttpContext http, string name) => http.Request.Headers[name].ToString() is { Length: > 0 } value ? value : null;

    // The raw path, because a decoded path does not distinguish an escaped slash from a separator.
    private static string RawPath(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var end = target.IndexOf('?', StringComparison.Ordinal);
        return end < 0 ? target : target[..end];
    }

    private static async Task WriteAsync(HttpContext http, int status, JsonNode? content, bool truncate = false)
    {
        var bytes = Json.Bytes(content);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        if (truncate)
        {
            // Kestrel closes a connection whose body is shorter than its content length.
            http.Response.Headers.Connection = "close";
            bytes = bytes[..(bytes.Length / 2)];
        }

        await http.Response.Body.WriteAsync(bytes, http.RequestAborted).ConfigureAwait(false);
    }

    private async Task FailAsync(HttpContext http, ContractOperation? operation, ApiError error, string requestId)
    {
        if (error.ShouldRetry is { } shouldRetry)
        {
            http.Response.Headers["x-should-retry"] = shouldRetry ? "true" : "false";
        }

        Log(http, operation, error.Status, requestId);
        await WriteAsync(http, error.Status, error.ToEnvelope(requestId)).ConfigureAwait(false);
    }

    private void Log(HttpContext http, ContractOperation? operation, int status, string requestId) =>
        log.Add(new EmulatedRequest(http.Request.Method, RawPath(http), http.Request.QueryString.Value ?? "", operation?.Id, status, requestId));
}
