namespace Managed.Agents;

/// <summary>The configuration of <c>web_fetch</c>, which reads web pages. The network access of the environment does not apply to it.</summary>
public sealed record WebFetchToolConfig : AgentToolConfig
{
    /// <summary>The only hosts that can be read, including their subdomains; empty allows all. Cannot be combined with <see cref="BlockedDomains"/>.</summary>
    /// <value>1 to 64 host names, without scheme, port or path.</value>
    public IReadOnlyList<string> AllowedDomains { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The hosts that cannot be read, including their subdomains. Cannot be combined with <see cref="AllowedDomains"/>.</summary>
    /// <value>1 to 64 host names, without scheme, port or path.</value>
    public IReadOnlyList<string> BlockedDomains { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The maximum number of tokens of text that one call can return; <see langword="null"/> sets no limit.</summary>
    public long? MaxContentTokens { get; init; }

    /// <summary>The sources that a URL must come from to be read; <see langword="null"/> allows all sources.</summary>
    public WebFetchUrlSources? UrlSources { get; init; }
}
