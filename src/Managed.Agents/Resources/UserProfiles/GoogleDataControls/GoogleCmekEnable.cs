namespace Managed.Agents.UserProfiles;

/// <summary>Sets or removes keys by region. At least one region must have a key afterwards.</summary>
public sealed record GoogleCmekEnable : GoogleCmekControlUpdate
{
    /// <summary>The change by region: an id (<c>ekey_…</c>) sets the key, null removes it. A region that is absent stays unchanged.</summary>
    /// <value>
    /// Regions known so far: <c>us</c>, <c>eu</c>, <c>sg</c> and <c>global</c>. To restart a failed validation, send the same key again.
    /// </value>
    public IReadOnlyDictionary<string, string?>? ExternalKeyIds { get; init => field = ReadOnlyCopy.MapOrNull(value); }
}
