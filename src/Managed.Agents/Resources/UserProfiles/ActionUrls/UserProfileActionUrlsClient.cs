namespace Managed.Agents.UserProfiles;

/// <summary>Links on which an end user does something for their profile.</summary>
public class UserProfileActionUrlsClient
{
    private readonly ResourceApi _api;

    internal UserProfileActionUrlsClient(ResourceApi api) => _api = api;

    /// <summary>For mocking.</summary>
    protected UserProfileActionUrlsClient() => _api = null!;

    /// <summary>Makes a link, to be given to that end user and to nobody else.</summary>
    /// <param name="userProfileId">The id of the profile (<c>uprof_…</c>).</param>
    /// <param name="request">What the link is for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The link.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<UserProfileActionUrl> CreateAsync(string userProfileId, UserProfileActionUrlCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<UserProfileActionUrlCreateRequest, UserProfileActionUrl>($"v1/user_profiles/{userProfileId}/action_urls", request, cancellationToken);
    }
}
