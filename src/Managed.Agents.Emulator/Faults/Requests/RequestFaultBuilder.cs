namespace Managed.Agents.Emulator;

/// <summary>
/// A fault of requests. Of several faults that fit a request, the one that was set up first strikes it. Requests that the API would refuse
/// anyway, because of their key, route, headers or content, are not struck.
/// </summary>
public sealed class RequestFaultBuilder : FaultBuilder<RequestFaultBuilder>
{
    private readonly HashSet<string> _operations;

    internal RequestFaultBuilder(FaultBook book, int seed, IReadOnlyCollection<string> operations)
        : base(book, seed, "requests")
    {
        foreach (var operation in operations)
        {
            if (!ContractCatalog.Instance.Operations.Any(known => known.Id == operation))
            {
                throw new ArgumentException($"The API has no operation \"{operation}\"; its names look like \"sessions.events.send\".", nameof(operations));
            }
        }

        _operations = new HashSet<string>(operations, StringComparer.Ordinal);
    }

    /// <summary>Answers with an error, without carrying the request out.</summary>
    /// <param name="status">The HTTP status, from 400 to 599.</param>
    /// <param name="retryAfter">What the <c>retry-after</c> header says, in whole seconds; null leaves it out.</param>
    /// <param name="shouldRetry">What the <c>x-should-retry</c> header says; null leaves it out.</param>
    /// <param name="errorType">The error's type, such as <c>overloaded_error</c>; null for the one that goes with the status.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is not that of an error, or the time is negative.</exception>
    public Fault Fail(int status, TimeSpan? retryAfter = null, bool? shouldRetry = null, string? errorType = null)
    {
        if (status is < 400 or > 599)
        {
            throw new ArgumentOutOfRangeException(nameof(status), status, "The status of an error is a number from 400 to 599.");
        }

        if (retryAfter is { } wait)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero, nameof(retryAfter));
        }

        var refusal = new Refusal(status, errorType, retryAfter, shouldRetry);
        return SetUp("fail", terms => new RequestFault(terms, _operations) { Refusal = refusal });
    }

    /// <summary>Breaks the connection without carrying the request out.</summary>
    public Fault LoseRequest() => SetUp("lose_request", terms => new RequestFault(terms, _operations) { LosesRequest = true });

    /// <summary>Carries the request out and breaks the connection before its answer. A stream is opened, and lost before its headers.</summary>
    public Fault LoseAnswer() => SetUp("lose_answer", terms => new RequestFault(terms, _operations) { LosesAnswer = true });

    /// <summary>Carries the request out and breaks the connection in the middle of its answer, behind half of the body.</summary>
    /// <exception cref="InvalidOperationException">An operation is a stream, which <see cref="EmulatorFaults.OnStreams"/> cuts, or a download.</exception>
    public Fault CutAnswer()
    {
        if (_operations.FirstOrDefault(static operation => ContractCatalog.Instance.Operation(operation) is { IsStream: true } or { IsBinary: true }) is { } other)
        {
            throw new InvalidOperationException($"The answer of {other} is not JSON that could be cut in half; a stream is cut by OnStreams().AfterBytes(…).Cut().");
        }

        return SetUp("cut_answer", terms => new RequestFault(terms, _operations) { CutsAnswer = true });
    }

    /// <summary>Carries the request out and answers late. A stream is open meanwhile, only its headers are late.</summary>
    /// <param name="delay">How late, on the emulator's clock; null for never, so that the connection is silent until the client gives up.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not above zero.</exception>
    public Fault AnswerLate(TimeSpan? delay = null)
    {
        if (delay is { } time)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, nameof(delay));
        }

        return SetUp("answer_late", terms => new RequestFault(terms, _operations) { Delay = delay ?? Timeout.InfiniteTimeSpan });
    }
}
