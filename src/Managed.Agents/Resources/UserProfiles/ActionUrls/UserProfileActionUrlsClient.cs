namespace Managed.Agents.UserProfiles;

/// <summary>Creates links that an end user opens to complete an action for their profile.</summary>
public class UserProfileActionUrlsClient
{
    private readonly ResourceApi _api;

    internal UserProfileActionUrlsClient(ResourceApi api) => _api = api;

    /// <summary>Initializes a new instance for mocking.</summary>
    protected UserProfileActionUrlsClient() => _api = null!;

    /// <summary>Creates a link. Give it to the end user of the profile only.</summary>
    /// <param name="userProfileId">The id of the profile (<c>uprof_…</c>).</param>
    /// <param name="request">What the link is for.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The link.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<UserProfileActionUrl> CreateAsync(string userProfileId, UserProfileActionUrlCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<UserProfileActionUrlCreateRequest, UserProfileActionUrl>($"v1/user_profiles/{userProfileId}/action_urls", request, cancellationToken);
    }
}
