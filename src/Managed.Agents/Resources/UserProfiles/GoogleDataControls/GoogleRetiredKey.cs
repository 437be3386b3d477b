namespace Managed.Agents.UserProfiles;

/// <summary>A key that is no longer used for new data but must stay usable for a while.</summary>
public sealed record GoogleRetiredKey : ApiObject
{
    /// <summary>The id of the key, <c>ekey_…</c>.</summary>
    public string ExternalKeyId { get; init => field = value ?? ""; } = "";

    /// <summary>The region that the key was used in, for example <c>eu</c>.</summary>
    public string Region { get; init => field = value ?? ""; } = "";

    /// <summary>When the key is no longer needed. Keep it usable until then.</summary>
    public DateTimeOffset ExpiresAt { get; init; }
}
