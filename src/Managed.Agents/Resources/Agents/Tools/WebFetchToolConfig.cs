namespace Managed.Agents;

/// <summary>The setting of <c>web_fetch</c>, which reads a page of the web. The network access of the environment does not apply to it.</summary>
public sealed record WebFetchToolConfig : AgentToolConfig
{
    /// <summary>The only hosts that may be read, with their subdomains; none means any. Not together with <see cref="BlockedDomains"/>.</summary>
    /// <value>1 to 64 bare host names, without scheme, port or path.</value>
    public IReadOnlyList<string> AllowedDomains { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The hosts that may not be read, with their subdomains. Not together with <see cref="AllowedDomains"/>.</summary>
    /// <value>1 to 64 bare host names, without scheme, port or path.</value>
    public IReadOnlyList<string> BlockedDomains { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>How many tokens of text one call may bring in; null for no limit of your own.</summary>
    public long? MaxContentTokens { get; init; }

    /// <summary>Where a URL must come from for it to be read; null allows every source.</summary>
    public WebFetchUrlSources? UrlSources { get; init; }
}
