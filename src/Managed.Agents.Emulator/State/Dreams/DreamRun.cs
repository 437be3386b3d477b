namespace Managed.Agents.Emulator;

/// <summary>Changes the status of a dream to the next one. Call under the lock of the store.</summary>
internal sealed class DreamRun(DreamMemories memories, Func<string, bool> hasSession, EmulatorServices services)
{
    public void Start(DreamState dream)
    {
        if (dream.Status is not DreamStatus.Pending)
        {
            return;
        }

        if (dream.SessionIds.FirstOrDefault(session => !hasSession(session)) is { } missing)
        {
            dream.Fail(services.Now(), "input_session_unavailable", $"Session {missing} does not exist.");
            return;
        }

        try
        {
            memories.EnsureUsable(dream.MemoryStoreId);
        }
        catch (ApiError unusable)
        {
            dream.Fail(services.Now(), "input_memory_store_unavailable", unusable.Message);
            return;
        }

        var sessionId = services.NewId("sesn");
        dream.Start(sessionId, dream.UpdatesStore ? dream.MemoryStoreId : memories.Copy(dream.MemoryStoreId, sessionId));
    }

    public void Finish(DreamState dream)
    {
        if (dream is not { HasEnded: false, Work: { } work })
        {
            return;
        }

        if (dream.Script.Failure is var (type, message))
        {
            dream.Fail(services.Now(), type, message);
            return;
        }

        try
        {
            dream.Complete(services.Now(), memories.Apply(dream.Script, work.StoreId, work.SessionId));
        }
        catch (ApiError refused)
        {
            dream.Fail(services.Now(), "internal_error", refused.Message);
        }
    }
}
