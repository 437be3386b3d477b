namespace Managed.Agents.Emulator;

/// <summary>
/// Defines a fault that affects requests. If several faults match a request, the first one added applies. Requests that the API refuses
/// anyway, because of
/// their key, route, headers or content, are not affected.
/// </summary>
public sealed class RequestFaultBuilder : FaultBuilder<RequestFaultBuilder>
{
    private readonly HashSet<string> _operations;

    internal RequestFaultBuilder(FaultRegistry registry, int seed, IReadOnlyCollection<string> operations)
        : base(registry, seed, "requests")
    {
        foreach (var operation in operations)
        {
            if (!ContractCatalog.Instance.Operations.Any(known => known.Id == operation))
            {
                throw new ArgumentException($"The API has no operation \"{operation}\". Operation names look like \"sessions.events.send\".", nameof(operations));
            }
        }

        _operations = new HashSet<string>(operations, StringComparer.Ordinal);
    }

    /// <summary>Responds with an error without executing the request.</summary>
    /// <param name="status">The HTTP status. Must be between 400 and 599.</param>
    /// <param name="retryAfter">The value of the <c>retry-after</c> header, rounded up to whole seconds. Default: null, no header.</param>
    /// <param name="shouldRetry">The value of the <c>x-should-retry</c> header. Default: null, no header.</param>
    /// <param name="errorType">The type of the error, such as <c>overloaded_error</c>. Default: null, the usual type of the status.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not between 400 and 599, or the time is negative.</exception>
    public Fault Fail(int status, TimeSpan? retryAfter = null, bool? shouldRetry = null, string? errorType = null)
    {
        if (status is < 400 or > 599)
        {
            throw new ArgumentOutOfRangeException(nameof(status), status, "The status of an error must be between 400 and 599.");
        }

        if (retryAfter is { } delay)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero, nameof(retryAfter));
        }

        var error = new ErrorResponse(status, errorType, retryAfter, shouldRetry);
        return Add("fail", terms => new RequestFault(terms, _operations) { Error = error });
    }

    /// <summary>Breaks the connection without executing the request.</summary>
    public Fault DropRequest() => Add("drop_request", terms => new RequestFault(terms, _operations) { DropsRequest = true });

    /// <summary>
    /// Executes the request and breaks the connection before the response. A stream is opened, but the connection breaks before its
    /// headers are sent.
    /// </summary>
    public Fault DropResponse() => Add("drop_response", terms => new RequestFault(terms, _operations) { DropsResponse = true });

    /// <summary>Executes the request and breaks the connection after half of the response body.</summary>
    /// <exception cref="InvalidOperationException">An operation is a download or an event stream. Use <see cref="EmulatorFaults.OnStreams"/> to cut a stream.</exception>
    public Fault TruncateResponse()
    {
        if (_operations.FirstOrDefault(static operation => ContractCatalog.Instance.Operation(operation) is { IsStream: true } or { IsBinary: true }) is { } other)
        {
            throw new InvalidOperationException($"The response of {other} cannot be truncated because it is not JSON. To cut a stream, use OnStreams().AfterBytes(…).Cut().");
        }

        return Add("truncate_response", terms => new RequestFault(terms, _operations) { TruncatesResponse = true });
    }

    /// <summary>Executes the request immediately and delays the response. A stream is open during the delay; only its headers are late.</summary>
    /// <param name="delay">The delay, on the emulator's clock. Must be greater than zero. Default: null, no response until the client disconnects.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is zero or negative.</exception>
    public Fault DelayResponse(TimeSpan? delay = null)
    {
        if (delay is { } time)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, nameof(delay));
        }

        return Add("delay_response", terms => new RequestFault(terms, _operations) { Delay = delay ?? Timeout.InfiniteTimeSpan });
    }
}
