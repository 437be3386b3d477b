namespace Managed.Agents;

/// <summary>Which sources of URLs <c>web_fetch</c> trusts: a URL is read only if it appeared in one of them. Not all three may be none.</summary>
public sealed record WebFetchUrlSources : ApiObject
{
    /// <summary>What the user wrote: all or none; null means all.</summary>
    public WebFetchUrlSource? UserInput { get; init; }

    /// <summary>The results of tools that your program runs; null means all. Names listed must be custom tools of the same agent.</summary>
    public WebFetchUrlSource? ClientToolResults { get; init; }

    /// <summary>The results of tools that the API runs; null means all. Names listed must be <c>web_search</c> or <c>web_fetch</c>.</summary>
    public WebFetchUrlSource? ServerToolResults { get; init; }
}
