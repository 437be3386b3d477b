using Microsoft.Extensions.Logging;
using Polly;

namespace Managed.Agents;

/// <summary>The one way to the API: every call of every client is an <see cref="ApiRequest"/> that goes through here.</summary>
/// <remarks>
/// The first attempt is made directly; the retry pipeline is built only when something has to be repeated. Handlers come from
/// <paramref name="handlers"/> for each attempt, because a factory may rotate them.
/// </remarks>
internal sealed class ApiConnection(ConnectionSettings settings, Func<HttpMessageHandler> handlers, TimeProvider time, ILogger logger)
{
    private readonly Lazy<ResiliencePipeline<Attempt>?> _pipeline = new(() => RetryPipeline.BuildPipeline(settings.Resilience, time));
    private Tuple<HttpMessageHandler, HttpMessageInvoker>? _last;
    private InMemoryToolCallStore? _toolCalls;
    private volatile bool _isClosed;

    public ConnectionSettings Settings => settings;

    public TimeProvider Time => time;

    public ILogger Logger => logger;

    /// <summary>The tool calls that the turns of this client remember when no store is named.</summary>
    public InMemoryToolCallStore ToolCalls => LazyInitializer.EnsureInitialized(ref _toolCalls, () => new InMemoryToolCallStore(time));

    /// <summary>Ends the use of the connection: its handlers are gone.</summary>
    public void Close() => _isClosed = true;

    /// <summary>Sends and returns the successful answer; its body is read, unless it is a stream.</summary>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public async Task<Attempt> SendAsync(ApiRequest request, CallOptions options, CancellationToken cancellationToken)
    {
        var attempt = await AttemptAsync(request, options, cancellationToken).ConfigureAwait(false);
        if (attempt.IsRepeatable && _pipeline.Value is { } pipeline)
        {
            attempt = await RepeatAsync(pipeline, request, options, attempt, cancellationToken).ConfigureAwait(false);
        }

        if (attempt.Response is { } response)
        {
            logger.Answered(request.Method, request.Path, (int)response.StatusCode, ResponseHeaders.RequestId(response));
            try
            {
                options.OnResponse?.Invoke(new RawResponse(response, attempt.Body));
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }

        if (attempt.Error is { } error)
        {
            attempt.Response?.Dispose();
            throw error;
        }

        return attempt;
    }

    private Task<Attempt> RepeatAsync(ResiliencePipeline<Attempt> pipeline, ApiRequest request, CallOptions options, Attempt first, CancellationToken cancellationToken) =>
        new RetryPipeline(request, first, token => AttemptAsync(request, options, token), logger).RunAsync(pipeline, cancellationToken);

    private async Task<Attempt> AttemptAsync(ApiRequest request, CallOptions options, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isClosed, typeof(ManagedAgentsClient));
        cancellationToken.ThrowIfCancellationRequested();
        var isStream = request.Kind is CallKind.Stream or CallKind.Download;
        var limit = options.Timeout ?? (request.Kind == CallKind.Stream ? settings.StreamOpenTimeout : settings.Timeout);
        using var timeLimit = new TimeoutSource(limit, time, cancellationToken);
        using var message = request.CreateMessage(settings.BaseAddress, settings.WorkspaceId, options, timeLimit.Restart);
        HttpResponseMessage? response = null;
        try
        {
            response = await Invoker().SendAsync(message, timeLimit.Token).ConfigureAwait(false);
            if (isStream && response.IsSuccessStatusCode)
            {
                return new Attempt { Response = response, Body = [] };
            }

            var body = await response.Content.ReadAsByteArrayAsync(timeLimit.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? new Attempt { Response = response, Body = body } : Refused(request, response, body);
        }
        catch (Exception cause) when (cancellationToken.IsCancellationRequested)
        {
            response?.Dispose();
            throw new OperationCanceledException("The call was cancelled.", cause, cancellationToken);
        }
        catch (Exception) when (request.Upload?.Failure is { } failure)
        {
            // The caller's own content failed. That is the caller's exception, and nothing to repeat.
            response?.Dispose();
            failure.Throw();
            throw;
        }
        catch (Exception cause)
        {
            var requestId = response is null ? null : ResponseHeaders.RequestId(response);
            response?.Dispose();
            return Failed(
                request,
                timeLimit.HasExpired ? ErrorFactory.FromTimeout(request, limit, requestId, cause) : ErrorFactory.FromConnection(request, requestId, cause),
                message.WasNeverSent);
        }
    }

    private Attempt Refused(ApiRequest request, HttpResponseMessage response, byte[] body)
    {
        var isTransient = RetryRules.MayRepeat(request.Kind, response.StatusCode, ResponseHeaders.ShouldRetry(response));
        var error = ErrorFactory.FromAnswer(request, response, body, time, isTransient && !request.CanBeSentAgain);
        return new Attempt
        {
            Response = response,
            Body = body,
            Error = error,
            Delay = error.RetryAfter,
            IsRepeatable = isTransient
                && request.CanBeSentAgain
                && (error.RetryAfter is null || error.RetryAfter <= settings.Resilience?.MaxRetryAfter),
        };
    }

    private static Attempt Failed(ApiRequest request, ManagedAgentsException error, bool wasNeverSent)
    {
        error.MayHaveTakenEffect = RetryRules.IsWrite(request.Kind) && !wasNeverSent;
        return new Attempt { Body = [], Error = error, IsRepeatable = RetryRules.MayRepeat(request.Kind, wasNeverSent, error.InnerException!) && request.CanBeSentAgain };
    }

    // Kept as one value, so that two calls at once cannot pair one's handler with the other's invoker.
    private HttpMessageInvoker Invoker()
    {
        var handler = handlers();
        var last = _last;
        if (last is null || !ReferenceEquals(handler, last.Item1))
        {
            _last = last = Tuple.Create(handler, new HttpMessageInvoker(handler, disposeHandler: false));
        }

        return last.Item2;
    }
}
