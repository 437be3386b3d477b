namespace Managed.Agents;

/// <summary>The sources of URLs that <c>web_fetch</c> trusts. It reads a URL only if a trusted source contains it. The three sources cannot all be none.</summary>
public sealed record WebFetchUrlSources : ApiObject
{
    /// <summary>The user's input: all or none. Default: all.</summary>
    public WebFetchUrlSource? UserInput { get; init; }

    /// <summary>The results of tools that your program runs. Default: all. Listed names must be custom tools of the same agent.</summary>
    public WebFetchUrlSource? ClientToolResults { get; init; }

    /// <summary>The results of tools that the API runs. Default: all. Listed names must be <c>web_search</c> or <c>web_fetch</c>.</summary>
    public WebFetchUrlSource? ServerToolResults { get; init; }
}
