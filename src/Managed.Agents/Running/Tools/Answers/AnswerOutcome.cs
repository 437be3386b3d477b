namespace Managed.Agents;

/// <summary>The outcome of sending the answer to a call.</summary>
internal abstract record AnswerOutcome
{
    private AnswerOutcome()
    {
    }

    /// <summary>The service has the answer.</summary>
    /// <param name="WasReplaced">Whether it has an explanation instead of the result, because it does not accept the content of the result.</param>
    public sealed record Sent(bool WasReplaced) : AnswerOutcome;

    /// <summary>The history shows that the call needs no answer, or that it was decided.</summary>
    /// <param name="Closing">Why the call needs this answer no longer. <see cref="CallClosing.Allowed"/> if it was decided and still runs.</param>
    /// <param name="Decision">The first confirmation in the history, which counts. Null if there is none, or if the call has ended since: there is nothing left to run.</param>
    public sealed record Closed(CallClosing Closing, ToolConfirmationResult? Decision) : AnswerOutcome;

    /// <summary>The service does not have the answer. The result stays in the tool call store.</summary>
    /// <param name="Problem">The last error.</param>
    /// <param name="IsRefused">Whether the service rejected the answer although the call still waits for it. If not, the service could not be reached, or access was denied.</param>
    public sealed record NotSent(ManagedAgentsException Problem, bool IsRefused) : AnswerOutcome;
}
