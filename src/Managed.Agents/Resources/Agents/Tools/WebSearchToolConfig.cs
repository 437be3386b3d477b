namespace Managed.Agents;

/// <summary>The setting of <c>web_search</c>, which searches the web. The network access of the environment does not apply to it.</summary>
public sealed record WebSearchToolConfig : AgentToolConfig
{
    /// <summary>The only hosts that may be found, with their subdomains; none means any. Not together with <see cref="BlockedDomains"/>.</summary>
    /// <value>1 to 64 host names, each with a path if wanted, without scheme or port.</value>
    public IReadOnlyList<string> AllowedDomains { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The hosts that may not be found, with their subdomains. Not together with <see cref="AllowedDomains"/>.</summary>
    /// <value>1 to 64 host names, each with a path if wanted, without scheme or port.</value>
    public IReadOnlyList<string> BlockedDomains { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>Where the user is, so that what is near can be found; null for anywhere.</summary>
    public UserLocation? UserLocation { get; init; }
}
