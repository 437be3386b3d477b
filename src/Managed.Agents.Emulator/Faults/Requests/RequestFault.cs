using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Emulator;

/// <summary>Makes a request fail before it is executed, or loses, truncates or delays the response afterwards.</summary>
internal sealed class RequestFault(FaultTerms terms, IReadOnlySet<string> operations) : Fault(terms)
{
    /// <summary>The error that is returned instead of executing the request.</summary>
    public ErrorResponse? Error { get; init; }

    public bool DropsRequest { get; init; }

    public bool DropsResponse { get; init; }

    public bool TruncatesResponse { get; init; }

    /// <summary>The delay of the response: zero for none, infinite for no response.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Returns the fault that applies to a request, or null.</summary>
    public static RequestFault? Take(FaultRegistry registry, ContractOperation operation, string? sessionId) =>
        registry.ActiveFor<RequestFault>(sessionId).FirstOrDefault(fault => fault.Matches(operation) && fault.TryHit(fault.NextRandom()));

    /// <summary>Returns the error for an operation that the emulator executes without a request, such as a scheduled run, or null.</summary>
    public static ErrorResponse? TakeErrorResponse(FaultRegistry registry, string operation) =>
        registry.ActiveFor<RequestFault>(null).FirstOrDefault(fault => fault.Error is not null && fault.Matches(operation) && fault.TryHit(fault.NextRandom()))?.Error;

    /// <summary>Waits for the delay and returns whether to send the response.</summary>
    public async Task<bool> WaitBeforeResponseAsync(HttpContext http, EngineContext context)
    {
        if (Delay != TimeSpan.Zero)
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, context.Stopping);
            await Task.Delay(Delay, context.Services.Time, ending.Token).ConfigureAwait(false);
        }

        if (DropsResponse)
        {
            http.Abort();
        }

        return !DropsResponse;
    }

    // A name without prefix matches both the beta operation and the released one.
    private bool Matches(ContractOperation operation) => Matches(operation.Id) || (operation.IsReleased && Matches(BetaVariants.NameOf(operation)));

    private bool Matches(string operation) => operations.Count == 0 || operations.Contains(operation);
}
