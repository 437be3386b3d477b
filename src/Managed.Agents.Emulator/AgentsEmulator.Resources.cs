namespace Managed.Agents.Emulator;

/// <content>What a test does in place of the sandbox: the files a session makes and the memories it keeps.</content>
public sealed partial class AgentsEmulator
{
    private StoredResources? _stored;
    private SessionStore? _sessions;

    /// <summary>
    /// Makes a file as a session would by writing it to <c>/mnt/session/outputs</c>: it belongs to the session, can be downloaded, and shows
    /// up once <see cref="AgentsEmulatorOptions.SessionOutputDelay"/> has passed.
    /// </summary>
    /// <param name="sessionId">The session that makes it.</param>
    /// <param name="path">Where it stands, in <c>/mnt/session/outputs</c> or relative to it. The last segment is the file's name.</param>
    /// <param name="content">Its content.</param>
    /// <returns>The id of the file.</returns>
    /// <exception cref="ArgumentException">There is no such session, or the path leads out of the folder.</exception>
    public string AddSessionOutput(string sessionId, string path, ReadOnlySpan<byte> content)
    {
        DemandSession(sessionId);
        return _stored!.Files.AddOutput(sessionId, SessionOutputs.RelativePath(path), content);
    }

    /// <summary>Writes a memory as a session would: makes it, or changes its content if there is one at the path.</summary>
    /// <param name="memoryStoreId">The store.</param>
    /// <param name="path">The path of the memory, from the root of the store.</param>
    /// <param name="content">The new content.</param>
    /// <param name="sessionId">The session that writes; its version of the memory names it.</param>
    /// <returns>The id of the memory.</returns>
    /// <exception cref="ArgumentException">There is no such session.</exception>
    /// <exception cref="InvalidOperationException">There is no such store, or it does not take the memory.</exception>
    public string WriteMemory(string memoryStoreId, string path, string content, string sessionId)
    {
        DemandSession(sessionId);
        try
        {
            return _stored!.Memories.Write(memoryStoreId, path, content, sessionId);
        }
        catch (ApiError refused)
        {
            throw new InvalidOperationException(refused.Message, refused);
        }
    }

    private void DemandSession(string sessionId)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        if (!_sessions!.Contains(sessionId))
        {
            throw new ArgumentException($"There is no session {sessionId}.", nameof(sessionId));
        }
    }
}
