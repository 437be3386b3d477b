using Microsoft.Extensions.Logging;
using Polly;

namespace Managed.Agents;

/// <summary>Sends every request of every client.</summary>
/// <remarks>
/// The first attempt is made directly. The retry pipeline is built only when a request has to be retried. The handler is taken from
/// <paramref name="handlers"/> for each attempt, because a factory may rotate handlers.
/// </remarks>
internal sealed class ApiConnection(ConnectionSettings settings, Func<HttpMessageHandler> handlers, TimeProvider time, ILogger logger)
{
    private readonly Lazy<ResiliencePipeline<Attempt>?> _pipeline = new(() => RetryPipeline.BuildPipeline(settings.Resilience, time));
    private Tuple<HttpMessageHandler, HttpMessageInvoker>? _lastInvoker;
    private InMemoryToolCallStore? _toolCalls;
    private volatile bool _isClosed;

    public ConnectionSettings Settings => settings;

    public TimeProvider Time => time;

    public ILogger Logger => logger;

    /// <summary>The tool call store for turns whose options contain no store.</summary>
    public InMemoryToolCallStore ToolCalls => LazyInitializer.EnsureInitialized(ref _toolCalls, () => new InMemoryToolCallStore(time));

    /// <summary>The options of turns that name none, or null. Created by the first turn, because a container creates it.</summary>
    public Lazy<TurnOptions>? TurnDefaults { get; init; }

    /// <summary>Rejects further requests, because the handlers are disposed.</summary>
    public void Close() => _isClosed = true;

    /// <summary>Sends a request and returns the successful response. The body is read, unless it is a stream or a download.</summary>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public async Task<Attempt> SendAsync(ApiRequest request, CallOptions options, CancellationToken cancellationToken)
    {
        var attempt = await AttemptAsync(request, options, cancellationToken).ConfigureAwait(false);
        if (attempt.IsRetryable && _pipeline.Value is { } pipeline)
        {
            attempt = await RetryAsync(pipeline, request, options, attempt, cancellationToken).ConfigureAwait(false);
        }

        if (attempt.Response is { } response)
        {
            logger.ResponseReceived(request.Method, request.Path, (int)response.StatusCode, ResponseHeaders.RequestId(response));
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

    private Task<Attempt> RetryAsync(ResiliencePipeline<Attempt> pipeline, ApiRequest request, CallOptions options, Attempt first, CancellationToken cancellationToken) =>
        new RetryPipeline(request, first, token => AttemptAsync(request, options, token), logger).RunAsync(pipeline, cancellationToken);

    private async Task<Attempt> AttemptAsync(ApiRequest request, CallOptions options, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isClosed, typeof(ManagedAgentsClient));
        cancellationToken.ThrowIfCancellationRequested();
        var isStream = request.Kind is CallKind.Stream or CallKind.Download;
        var limit = options.Timeout ?? (request.Kind == CallKind.Stream ? settings.StreamOpenTimeout : settings.Timeout);
        using var timeout = new TimeoutSource(limit, time, cancellationToken);
        using var message = request.CreateMessage(settings.BaseAddress, settings.WorkspaceId, options, timeout.Restart);
        HttpResponseMessage? response = null;
        try
        {
            response = await GetInvoker().SendAsync(message, timeout.Token).ConfigureAwait(false);
            if (isStream && response.IsSuccessStatusCode)
            {
                return new Attempt { Response = response, Body = [] };
            }

            var body = await response.Content.ReadAsByteArrayAsync(timeout.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? new Attempt { Response = response, Body = body } : FromErrorResponse(request, response, body);
        }
        catch (Exception cause) when (cancellationToken.IsCancellationRequested)
        {
            response?.Dispose();
            throw new OperationCanceledException("The request was canceled.", cause, cancellationToken);
        }
        catch (Exception) when (request.Upload?.Failure is { } failure)
        {
            // Reading the caller's content failed. A retry would not help, and the caller expects its own exception.
            response?.Dispose();
            failure.Throw();
            throw;
        }
        catch (Exception cause)
        {
            var requestId = response is null ? null : ResponseHeaders.RequestId(response);
            response?.Dispose();
            var error = timeout.HasExpired ? ErrorFactory.FromTimeout(request, limit, requestId, cause) : ErrorFactory.FromConnection(request, requestId, cause);
            error.IsIncompleteResponse = response is not null;
            error.IsConnectionLost = !timeout.HasExpired && !message.WasNeverSent;
            return FromException(request, error, message.WasNeverSent);
        }
    }

    private Attempt FromErrorResponse(ApiRequest request, HttpResponseMessage response, byte[] body)
    {
        var isTransient = RetryRules.CanRetry(request.Kind, response.StatusCode, ResponseHeaders.ShouldRetry(response));
        var error = ErrorFactory.FromResponse(request, response, body, time, isTransient && !request.CanResend);
        return new Attempt
        {
            Response = response,
            Body = body,
            Error = error,
            RetryAfter = error.RetryAfter,
            IsRetryable = isTransient
                && request.CanResend
                && (error.RetryAfter is null || error.RetryAfter <= settings.Resilience?.MaxRetryAfter),
        };
    }

    private static Attempt FromException(ApiRequest request, ManagedAgentsException error, bool wasNeverSent)
    {
        error.MayHaveTakenEffect = RetryRules.IsWrite(request.Kind) && !wasNeverSent;
        return new Attempt { Body = [], Error = error, IsRetryable = RetryRules.CanRetry(request.Kind, wasNeverSent, error.InnerException!) && request.CanResend };
    }

    // One reference holds both, so that concurrent calls cannot combine one handler with the invoker of another.
    private HttpMessageInvoker GetInvoker()
    {
        var handler = handlers();
        var last = _lastInvoker;
        if (last is null || !ReferenceEquals(handler, last.Item1))
        {
            _lastInvoker = last = Tuple.Create(handler, new HttpMessageInvoker(handler, disposeHandler: false));
        }

        return last.Item2;
    }
}
