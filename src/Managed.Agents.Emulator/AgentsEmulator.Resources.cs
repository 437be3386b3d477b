namespace Managed.Agents.Emulator;

/// <content>Methods with which a test does what otherwise a session or the service does: session outputs, memories, dreams and enforcement
/// actions.</content>
public sealed partial class AgentsEmulator
{
    private AttachableResources? _attachable;
    private StandaloneResources? _standalone;
    private SessionStore? _sessions;

    /// <summary>
    /// Creates a file as a session does when it writes to <c>/mnt/session/outputs</c>. The file belongs to the session, can be downloaded,
    /// and appears after <see cref="AgentsEmulatorOptions.SessionOutputDelay"/>.
    /// </summary>
    /// <param name="sessionId">The session that writes the file.</param>
    /// <param name="path">The path of the file, below <c>/mnt/session/outputs</c> or relative to it. The last segment is the file's name.</param>
    /// <param name="content">The content of the file.</param>
    /// <returns>The id of the file.</returns>
    /// <exception cref="ArgumentException">The session does not exist, or the path leads out of the folder.</exception>
    public string AddSessionOutput(string sessionId, string path, ReadOnlySpan<byte> content)
    {
        RequireSession(sessionId);
        return _attachable!.Files.AddOutput(sessionId, SessionOutputs.RelativePath(path), content);
    }

    /// <summary>Writes a memory as a session does. Creates the memory, or updates its content if the path exists.</summary>
    /// <param name="memoryStoreId">The memory store.</param>
    /// <param name="path">The path of the memory, from the root of the store.</param>
    /// <param name="content">The new content.</param>
    /// <param name="sessionId">The session that writes the memory. The new memory version refers to it.</param>
    /// <returns>The id of the memory.</returns>
    /// <exception cref="ArgumentException">The session does not exist.</exception>
    /// <exception cref="InvalidOperationException">The store does not exist, or it refuses the memory.</exception>
    public string WriteMemory(string memoryStoreId, string path, string content, string sessionId)
    {
        RequireSession(sessionId);
        try
        {
            return _attachable!.Memories.Write(memoryStoreId, path, content, sessionId);
        }
        catch (ApiError refused)
        {
            throw new InvalidOperationException(refused.Message, refused);
        }
    }

    /// <summary>
    /// Adds a script that runs for every dream created from now on. Without a script, a dream takes two seconds on the emulator's clock
    /// and changes nothing.
    /// </summary>
    public DreamScript OnDream() => _standalone!.Dreams.NewScript();

    /// <summary>Controls how the service and Google Cloud respond to the data controls of user profiles.</summary>
    public EmulatedGoogleDataControls GoogleDataControls => field ??= new EmulatedGoogleDataControls(_standalone!.DataControls, Webhooks);

    /// <summary>Restricts or bans an end user, as the service does when it detects abuse.</summary>
    /// <param name="userProfileId">The user profile.</param>
    /// <param name="reason">The reason, as the API names it, such as <c>fraud_or_abuse</c>.</param>
    /// <param name="ban">Whether to ban the user. A ban has no lifetime.</param>
    /// <param name="lifetime">The time until a restriction ends automatically. Default: null, never.</param>
    /// <returns>The id of the enforcement action.</returns>
    /// <exception cref="ArgumentException">The user profile does not exist, or a ban has a lifetime.</exception>
    public string OpenEnforcementAction(string userProfileId, string reason = "unspecified", bool ban = false, TimeSpan? lifetime = null)
    {
        ArgumentNullException.ThrowIfNull(userProfileId);
        ArgumentException.ThrowIfNullOrEmpty(reason);
        if (ban && lifetime is not null)
        {
            throw new ArgumentException("A ban cannot have a lifetime. Pass null, or open a restriction.", nameof(lifetime));
        }

        var action = _standalone!.UserProfiles.OpenAction(userProfileId, reason, ban, lifetime)
            ?? throw new ArgumentException($"The user profile {userProfileId} does not exist.", nameof(userProfileId));
        _webhooks!.Send("user_profile.enforcement_action_opened", userProfileId, at: null, ("enforcement_action_id", action));
        return action;
    }

    /// <summary>Resolves an enforcement action.</summary>
    /// <param name="userProfileId">The user profile.</param>
    /// <param name="enforcementActionId">The id that <see cref="OpenEnforcementAction"/> returned.</param>
    /// <exception cref="ArgumentException">The user profile or the enforcement action does not exist.</exception>
    public void ResolveEnforcementAction(string userProfileId, string enforcementActionId)
    {
        ArgumentNullException.ThrowIfNull(userProfileId);
        if (!_standalone!.UserProfiles.ResolveAction(userProfileId, enforcementActionId))
        {
            throw new ArgumentException($"The enforcement action {enforcementActionId} of {userProfileId} does not exist.", nameof(enforcementActionId));
        }

        _webhooks!.Send("user_profile.enforcement_action_resolved", userProfileId, at: null, ("enforcement_action_id", enforcementActionId));
    }

    private void RequireSession(string sessionId)
    {
        ArgumentNullException.ThrowIfNull(sessionId);
        if (!_sessions!.Contains(sessionId))
        {
            throw new ArgumentException($"The session {sessionId} does not exist.", nameof(sessionId));
        }
    }
}
