namespace Managed.Agents.Emulator;

/// <content>What a test does in place of the service: the files a session makes, the memories it keeps, what dreams do, who is restricted.</content>
public sealed partial class AgentsEmulator
{
    private AttachableResources? _attachable;
    private StandaloneResources? _standalone;
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
        return _attachable!.Files.AddOutput(sessionId, SessionOutputs.RelativePath(path), content);
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
            return _attachable!.Memories.Write(memoryStoreId, path, content, sessionId);
        }
        catch (ApiError refused)
        {
            throw new InvalidOperationException(refused.Message, refused);
        }
    }

    /// <summary>Writes what dreams do that are created from now on. Without it a dream takes two seconds of the emulator's clock and changes nothing.</summary>
    public DreamScript OnDream() => _standalone!.Dreams.NewScript();

    /// <summary>What the service and Google Cloud decide about the data controls of user profiles.</summary>
    public EmulatedGoogleDataControls GoogleDataControls => field ??= new EmulatedGoogleDataControls(_standalone!.DataControls, Webhooks);

    /// <summary>Restricts or bans an end user, as the service does when it has found something.</summary>
    /// <param name="userProfileId">The user profile.</param>
    /// <param name="reason">Why, in the API's words, such as <c>fraud_or_abuse</c>.</param>
    /// <param name="ban">Whether it is a ban, which does not end by itself.</param>
    /// <param name="lifetime">When a restriction ends by itself; null for never.</param>
    /// <returns>The id of the enforcement action.</returns>
    /// <exception cref="ArgumentException">There is no such user profile, or a ban has a lifetime.</exception>
    public string OpenEnforcementAction(string userProfileId, string reason = "unspecified", bool ban = false, TimeSpan? lifetime = null)
    {
        ArgumentNullException.ThrowIfNull(userProfileId);
        ArgumentException.ThrowIfNullOrEmpty(reason);
        if (ban && lifetime is not null)
        {
            throw new ArgumentException("A ban does not end by itself.", nameof(lifetime));
        }

        var action = _standalone!.UserProfiles.OpenAction(userProfileId, reason, ban, lifetime)
            ?? throw new ArgumentException($"There is no user profile {userProfileId}.", nameof(userProfileId));
        _post!.Ring("user_profile.enforcement_action_opened", userProfileId, at: null, ("enforcement_action_id", action));
        return action;
    }

    /// <summary>Takes an enforcement action back.</summary>
    /// <param name="userProfileId">The user profile.</param>
    /// <param name="enforcementActionId">The id that <see cref="OpenEnforcementAction"/> gave.</param>
    /// <exception cref="ArgumentException">There is no such user profile, or no such action against it.</exception>
    public void ResolveEnforcementAction(string userProfileId, string enforcementActionId)
    {
        ArgumentNullException.ThrowIfNull(userProfileId);
        if (!_standalone!.UserProfiles.ResolveAction(userProfileId, enforcementActionId))
        {
            throw new ArgumentException($"There is no enforcement action {enforcementActionId} against {userProfileId}.", nameof(enforcementActionId));
        }

        _post!.Ring("user_profile.enforcement_action_resolved", userProfileId, at: null, ("enforcement_action_id", enforcementActionId));
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
