namespace Managed.Agents;

/// <summary>A call that the session waits for and that was not answered in the turn. Answer it with <see cref="AllowAsync"/>, <see cref="DenyAsync"/> or <see cref="RespondAsync"/>, then resume the turn.</summary>
/// <param name="EventId">The id to use in the answer.</param>
/// <param name="Call">The call, or null if the history does not contain it.</param>
/// <param name="Reason">Why the call is pending.</param>
/// <param name="Problem">The error that kept the call from being answered, or null.</param>
public sealed record PendingAction(string EventId, ToolCall? Call, PendingReason Reason, Exception? Problem = null)
{
    internal Func<ToolCall, SessionInput, CancellationToken, Task<AnswerOutcome>>? Send { get; init; }

    /// <summary>Whether the service waits for a decision: <see cref="AllowAsync"/> or <see cref="DenyAsync"/>. Otherwise it waits for a result: <see cref="RespondAsync"/>.</summary>
    public bool AwaitsConfirmation => Call is { AsksForConfirmation: true };

    /// <summary>Allows the call. Who runs it does not change: the service, or a function of the turn that is resumed.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the service has the decision, or when the call was decided by somebody else.</returns>
    /// <exception cref="InvalidOperationException">The service does not wait for a decision about the call, or the action was not created by a turn.</exception>
    /// <exception cref="ManagedAgentsException">The decision could not be sent within <see cref="TurnOptions.AnswerTimeout"/>.</exception>
    public Task AllowAsync(CancellationToken cancellationToken = default) => AwaitsConfirmation
        ? SendAsync(UserToolConfirmation.AllowUse(EventId), cancellationToken)
        : throw new InvalidOperationException(
            $"The service does not wait for a decision about the call {EventId}, but for its result. Resume the turn with an approver that allows the call, or send a result with {nameof(RespondAsync)}.");

    /// <summary>Denies the call. A call whose result the service waits for is answered with an error that says so.</summary>
    /// <param name="reason">The reason for the agent, or null for none. At most 10,000 characters.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the service has the decision, or when the call was decided by somebody else.</returns>
    /// <exception cref="InvalidOperationException">The action was not created by a turn.</exception>
    /// <exception cref="ManagedAgentsException">The decision could not be sent within <see cref="TurnOptions.AnswerTimeout"/>.</exception>
    public Task DenyAsync(string? reason = null, CancellationToken cancellationToken = default) => AwaitsConfirmation
        ? SendAsync(UserToolConfirmation.DenyUse(EventId, reason), cancellationToken)
        : RespondAsync(ToolResult.Error(reason is null ? "The call was denied." : $"The call was denied: {reason}"), cancellationToken);

    /// <summary>Answers the call with a result, for example a smaller one than the service rejected.</summary>
    /// <param name="result">The result.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the service has the result, or when the call was answered by somebody else.</returns>
    /// <exception cref="InvalidOperationException">The service waits for a decision first, or the action was not created by a turn.</exception>
    /// <exception cref="ManagedAgentsException">The result could not be sent within <see cref="TurnOptions.AnswerTimeout"/>.</exception>
    public Task RespondAsync(ToolResult result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        return AwaitsConfirmation
            ? throw new InvalidOperationException($"The service waits for a decision about the call {EventId}, not for a result. Use {nameof(AllowAsync)} or {nameof(DenyAsync)}.")
            : SendAsync(Call is null ? new UserCustomToolResult(EventId, result.Content) { IsError = result.IsError ? true : null } : result.ToInput(Call), cancellationToken);
    }

    /// <summary>Compares by content.</summary>
    /// <param name="other">The other action.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PendingAction? other) =>
        other is not null && EventId == other.EventId && Call == other.Call && Reason == other.Reason && Equals(Problem, other.Problem);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EventId, Reason);

    private async Task SendAsync(SessionInput answer, CancellationToken cancellationToken)
    {
        if (Send is null)
        {
            throw new InvalidOperationException($"The action was not created by a turn, so it cannot be answered. Send the answer to {EventId} with client.Sessions.Events.SendAsync.");
        }

        if (await Send(Call ?? new ToolCall { SessionId = "", Id = EventId, Kind = ToolCallKind.Custom, Name = "" }, answer, cancellationToken).ConfigureAwait(false) is AnswerOutcome.NotSent failed)
        {
            throw failed.Problem;
        }
    }
}
