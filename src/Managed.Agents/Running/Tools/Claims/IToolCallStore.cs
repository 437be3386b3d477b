namespace Managed.Agents;

/// <summary>Stores tool calls, so that no call runs twice: neither after a crash nor in two processes at the same time.</summary>
/// <remarks>
/// <see cref="TryWriteAsync"/> must be atomic. With a database, use a single statement (insert if the key does not exist, or update where key
/// and revision match). Two processes can then never both start a call. Each operation is limited by
/// <see cref="ToolOptions.ToolCallStoreTimeout"/>. Before a call is started, an exception of the store becomes a
/// <see cref="ToolCallStoreException"/>, and the call does not run. Return records as they were written, for example as
/// <see cref="ToolCallRecord.ToJson"/>.
/// </remarks>
public interface IToolCallStore
{
    /// <summary>Gets the record of a call.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="callId">The id of the call.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The record, or null if there is none.</returns>
    ValueTask<ToolCallRecord?> GetAsync(string sessionId, string callId, CancellationToken cancellationToken = default);

    /// <summary>Writes a record if the stored record has the expected revision. The operation should be atomic.</summary>
    /// <param name="record">The new record, whose key is <see cref="ToolCallRecord.SessionId"/> and <see cref="ToolCallRecord.CallId"/>.</param>
    /// <param name="expectedRevision">The <see cref="ToolCallRecord.Revision"/> that the stored record must have, or 0 if there must be no record.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether the record was written.</returns>
    ValueTask<bool> TryWriteAsync(ToolCallRecord record, long expectedRevision, CancellationToken cancellationToken = default);
}
