namespace Managed.Agents;

/// <summary>Calls a tool call store. Every operation has a timeout, and every failure is a <see cref="ToolCallStoreException"/>.</summary>
internal sealed class GuardedToolCallStore(IToolCallStore store, TimeSpan timeout, TimeProvider time)
{
    public Task<ToolCallRecord?> GetAsync(ToolCall call, CancellationToken cancellationToken) =>
        RunAsync("Reading", call, token => store.GetAsync(call.SessionId, call.Id, token), cancellationToken);

    public Task<bool> TryWriteAsync(ToolCall call, ToolCallRecord record, long expectedRevision, CancellationToken cancellationToken) =>
        RunAsync("Writing", call, token => store.TryWriteAsync(record, expectedRevision, token), cancellationToken);

    private async Task<T> RunAsync<T>(string operation, ToolCall call, Func<CancellationToken, ValueTask<T>> run, CancellationToken cancellationToken)
    {
        try
        {
            var (isCompleted, value) = await BoundedCall.RunAsync(run, timeout, time, cancellationToken).ConfigureAwait(false);
            return isCompleted ? value! : throw Failure(operation, call, $"the tool call store did not answer within {timeout} (the {nameof(ToolOptions.ToolCallStoreTimeout)})", null);
        }
        catch (Exception problem) when (problem is not ToolCallStoreException && !(problem is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw Failure(operation, call, $"the tool call store threw {problem.GetType().Name}", problem);
        }
    }

    private static ToolCallStoreException Failure(string operation, ToolCall call, string reason, Exception? cause) =>
        new(
            $"{operation} the record of the call {call.Id} of {call.Name} in {call.SessionId} failed: {reason}. A call is not started while its record is uncertain. Repair the store, then resume the session or execute the call again.",
            call.SessionId,
            call.Id,
            cause);
}
