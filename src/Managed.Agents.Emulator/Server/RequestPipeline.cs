using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Managed.Agents.Emulator;

/// <summary>The way of every request: key, route, headers, query, body, operation, answer.</summary>
internal sealed class RequestPipeline(AccessRules access, Router router, Operations operations, FormRules forms, EngineContext context, FaultPlan faults, RequestLog log)
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
            operations.DemandSimulated(operation);
            var query = RequestQuery.Read(http.Request.Query, operation);
            using var form = operation.IsMultipart ? await MultipartBody.ReadAsync(http.Request, operation, forms, http.RequestAborted).ConfigureAwait(false) : null;
            var body = form?.Fields ?? await RequestBody.ReadAsync(http.Request, operation, http.RequestAborted).ConfigureAwait(false);
            var call = new ApiCall(operation, route, query, body) { Betas = betas, Files = form?.Files ?? [], WorkerId = Header(http, "Anthropic-Worker-ID") };
            var fault = faults.Take(operation.Id) ?? (operation.IsReleased ? faults.Take(BetaTwins.NameOf(operation)) : null);
            if (fault is { LosesAnswer: false })
            {
                AddRetryAfter(http, fault);
                throw fault.ToError();
            }

            if (operation.IsStream)
            {
                using var subscription = operations.Open(call);
                Log(http, operation, StatusCodes.Status200OK, requestId);
                using var stream = new SseResponse(http, subscription, context, call.Route("session_id"), requestId);
                await stream.WriteAsync().ConfigureAwait(false);
            }
            else if (operation.IsBinary)
            {
                using var download = operations.Download(call);
                Log(http, operation, StatusCodes.Status200OK, requestId);
                if (fault is not null)
                {
                    http.Abort();
                    return;
                }

                await download.WriteAsync(http.Response, http.RequestAborted).ConfigureAwait(false);
            }
            else
            {
                var answer = await operations.RunAsync(call, http.RequestAborted).ConfigureAwait(false);
                if (fault is not null)
                {
                    Log(http, operation, StatusCodes.Status200OK, requestId);
                    http.Abort();
                    return;
                }

                await AnswerAsync(http, operation, StatusCodes.Status200OK, answer, requestId).ConfigureAwait(false);
            }
        }
        catch (ApiError error)
        {
            if (error.ShouldRetry is { } shouldRetry)
            {
                http.Response.Headers["x-should-retry"] = shouldRetry ? "true" : "false";
            }

            await AnswerAsync(http, operation, error.Status, error.ToEnvelope(requestId), requestId).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            var error = new ApiError(StatusCodes.Status500InternalServerError, "api_error", $"The emulator failed: {failure}");
            await AnswerAsync(http, operation, error.Status, error.ToEnvelope(requestId), requestId).ConfigureAwait(false);
        }
    }

    private static void AddRetryAfter(HttpContext http, RequestFault fault)
    {
        if (fault.RetryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
    }

    private static string? Header(HttpContext http, string name) => http.Request.Headers[name].ToString() is { Length: > 0 } value ? value : null;

    // As it came over the wire: the decoded path no longer tells an escaped slash from a real one.
    private static string RawPath(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var end = target.IndexOf('?', StringComparison.Ordinal);
        return end < 0 ? target : target[..end];
    }

    private async Task AnswerAsync(HttpContext http, ContractOperation? operation, int status, JsonNode? answer, string requestId)
    {
        var bytes = Json.Bytes(answer);
        Log(http, operation, status, requestId);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted).ConfigureAwait(false);
    }

    private void Log(HttpContext http, ContractOperation? operation, int status, string requestId) =>
        log.Add(new EmulatedRequest(http.Request.Method, RawPath(http), http.Request.QueryString.Value ?? "", operation?.Id, status, requestId));
}
