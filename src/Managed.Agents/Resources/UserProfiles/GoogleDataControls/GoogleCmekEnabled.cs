using System.Collections.ObjectModel;

namespace Managed.Agents.UserProfiles;

/// <summary>At least one region is configured to encrypt data with a key of the customer.</summary>
public sealed record GoogleCmekEnabled : GoogleCmekControl
{
    /// <summary>The id (<c>ekey_…</c>) of the key of each region. A region without a key is absent.</summary>
    /// <value>Regions known so far: <c>us</c>, <c>eu</c>, <c>sg</c> and <c>global</c>.</value>
    public IReadOnlyDictionary<string, string> ExternalKeyIds { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The status of each region. A region that is not offered may be absent.</summary>
    /// <value>Regions known so far: <c>us</c>, <c>eu</c>, <c>sg</c> and <c>global</c>.</value>
    public IReadOnlyDictionary<string, GoogleCmekRegionStatus> Status { get; init => field = ReadOnlyCopy.Map(value); } =
        ReadOnlyDictionary<string, GoogleCmekRegionStatus>.Empty;
}
