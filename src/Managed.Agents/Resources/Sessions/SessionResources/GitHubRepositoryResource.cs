using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A repository of GitHub that the agent works on. The root's <c>.claude/skills</c> are loaded when the session starts.</summary>
public sealed record GitHubRepositoryResource : SessionResource
{
    /// <summary>Makes a resource; set <see cref="Url"/>.</summary>
    public GitHubRepositoryResource()
    {
    }

    /// <summary>Makes a resource.</summary>
    /// <param name="url">The URL of the repository.</param>
    [SetsRequiredMembers]
    public GitHubRepositoryResource(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        Url = url;
    }

    /// <summary>The id of the resource in the session, <c>sesrsc_…</c>; empty in a request.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>The URL of the repository, such as <c>https://github.com/owner/repository</c>.</summary>
    public required string Url { get; init; }

    /// <summary>The token to read the repository with; public ones need none. The API never hands it out.</summary>
    public SecretString? AuthorizationToken { get; init; }

    /// <summary>What to check out.</summary>
    /// <value>Null means the default branch.</value>
    public RepositoryCheckout? Checkout { get; init; }

    /// <summary>Where the agent finds the repository.</summary>
    /// <value>Null in a request means <c>/workspace/</c> and the name of the repository.</value>
    public string? MountPath { get; init; }

    /// <summary>When the resource was added; null in a request.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the resource last changed; null in a request.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
