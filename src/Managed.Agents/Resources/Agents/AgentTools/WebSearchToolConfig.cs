namespace Managed.Agents;

/// <summary>The configuration of <c>web_search</c>, which searches the web. The network access of the environment does not apply to it.</summary>
public sealed record WebSearchToolConfig : AgentToolConfig
{
    /// <summary>The only hosts that results can come from, including their subdomains; empty allows all. Cannot be combined with <see cref="BlockedDomains"/>.</summary>
    /// <value>1 to 64 host names, each with an optional path, without scheme or port.</value>
    public IReadOnlyList<string> AllowedDomains { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The hosts that results cannot come from, including their subdomains. Cannot be combined with <see cref="AllowedDomains"/>.</summary>
    /// <value>1 to 64 host names, each with an optional path, without scheme or port.</value>
    public IReadOnlyList<string> BlockedDomains { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The location of the user, for local results; <see langword="null"/> for none.</summary>
    public UserLocation? UserLocation { get; init; }
}
