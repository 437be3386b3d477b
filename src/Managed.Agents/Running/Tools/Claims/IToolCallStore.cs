namespace Managed.Agents;

/// <summary>Remembers tool calls, so that no call is run twice: not after a crash, and not by two processes at once.</summary>
/// <remarks>
/// All of it rests on <see cref="TryWriteAsync"/>. Over a database, do it in one statement (insert unless the key exists; update where the
/// key and the revision are the expected ones), and two processes can never both start a call.
/// </remarks>
public interface IToolCallStore
{
    /// <summary>Reads what is known about a call.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="callId">The id of the call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The record; null when there is none.</returns>
    ValueTask<ToolCallRecord?> GetAsync(string sessionId, string callId, CancellationToken cancellationToken = default);

    /// <summary>Writes a record if nobody else has written in between. This should be atomic.</summary>
    /// <param name="record">The new record, whose key is <see cref="ToolCallRecord.SessionId"/> and <see cref="ToolCallRecord.CallId"/>.</param>
    /// <param name="expectedRevision">The <see cref="ToolCallRecord.Revision"/> that the stored record must have; 0 when there must be none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it was written.</returns>
    ValueTask<bool> TryWriteAsync(ToolCallRecord record, long expectedRevision, CancellationToken cancellationToken = default);
}
