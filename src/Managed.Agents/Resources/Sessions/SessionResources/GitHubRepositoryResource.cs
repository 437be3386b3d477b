using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A GitHub repository that the agent works on. Skills in <c>.claude/skills</c> of its root are loaded when the session starts.</summary>
public sealed record GitHubRepositoryResource : SessionResource
{
    /// <summary>Initializes a new instance of the <see cref="GitHubRepositoryResource"/> class. Set <see cref="Url"/>.</summary>
    public GitHubRepositoryResource()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="GitHubRepositoryResource"/> class.</summary>
    /// <param name="url">The URL of the repository.</param>
    /// <exception cref="ArgumentException"><paramref name="url"/> is not an absolute URL.</exception>
    [SetsRequiredMembers]
    public GitHubRepositoryResource(string url)
    {
        Url = ApiUri.Parse(url, nameof(url));
    }

    /// <summary>The id of the resource (<c>sesrsc_…</c>). Empty in a request.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>The URL of the repository, for example <c>https://github.com/owner/repository</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>The token that gives access to the repository. Public repositories do not need one. The API never returns it.</summary>
    public SecretString? AuthorizationToken { get; init; }

    /// <summary>The branch or commit to check out.</summary>
    /// <value><see langword="null"/> means the default branch.</value>
    public RepositoryCheckout? Checkout { get; init; }

    /// <summary>The path of the repository in the sandbox.</summary>
    /// <value><see langword="null"/> in a request means <c>/workspace/</c> followed by the name of the repository.</value>
    public string? MountPath { get; init; }

    /// <summary>When the resource was added; <see langword="null"/> in a request.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the resource was last updated; <see langword="null"/> in a request.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
