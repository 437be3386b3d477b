using Microsoft.AspNetCore.Http;

namespace Managed.Agents.Emulator;

/// <summary>What goes wrong with a request on purpose, before it is carried out or after.</summary>
internal sealed class RequestFault(FaultTerms terms, IReadOnlySet<string> operations) : Fault(terms)
{
    /// <summary>The answer in place of the operation.</summary>
    public Refusal? Refusal { get; init; }

    public bool LosesRequest { get; init; }

    public bool LosesAnswer { get; init; }

    public bool CutsAnswer { get; init; }

    /// <summary>How late the answer is; zero for not at all, infinite for never.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Takes the fault that strikes a request, if any does.</summary>
    public static RequestFault? Take(FaultBook book, ContractOperation operation, string? sessionId) =>
        book.For<RequestFault>(sessionId).FirstOrDefault(fault => fault.Concerns(operation) && fault.Strikes(fault.NextDice()));

    /// <summary>Takes the error that strikes an operation which is done without a request: there nothing can be lost or late.</summary>
    public static Refusal? TakeRefusal(FaultBook book, string operation) =>
        book.For<RequestFault>(null).FirstOrDefault(fault => fault.Refusal is not null && fault.Concerns(operation) && fault.Strikes(fault.NextDice()))?.Refusal;

    /// <summary>Says whether there is to be an answer, after the time it takes.</summary>
    public async Task<bool> LetsAnswerAsync(HttpContext http, EngineContext context)
    {
        if (Delay != TimeSpan.Zero)
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, context.Stopping);
            await Task.Delay(Delay, context.Services.Time, ending.Token).ConfigureAwait(false);
        }

        if (LosesAnswer)
        {
            http.Abort();
        }

        return !LosesAnswer;
    }

    // A fault of a name strikes the operation on both of its surfaces, in beta and released.
    private bool Concerns(ContractOperation operation) => Concerns(operation.Id) || (operation.IsReleased && Concerns(BetaTwins.NameOf(operation)));

    private bool Concerns(string operation) => operations.Count == 0 || operations.Contains(operation);
}
