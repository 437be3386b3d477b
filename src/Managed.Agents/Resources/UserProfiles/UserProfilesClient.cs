namespace Managed.Agents.UserProfiles;

/// <summary>User profiles: the end users on whose behalf you call the API.</summary>
/// <remarks>
/// The released form of the API, without a beta value. The older forms are reached with a client that sends theirs:
/// <c>client.With(new CallOptions { Betas = ["user-profiles-2026-08-18"] })</c>.
/// </remarks>
public class UserProfilesClient
{
    private readonly ResourceApi _api;
    private readonly ResourceApi _betaApi;

    internal UserProfilesClient(ApiConnection connection, CallOptions options)
    {
        _api = new ResourceApi(connection, options);
        _betaApi = new ResourceApi(connection, options, BetaValues.UserProfiles);
        ActionUrls = new UserProfileActionUrlsClient(_api);
    }

    /// <summary>For mocking.</summary>
    protected UserProfilesClient()
    {
        _api = null!;
        _betaApi = null!;
        ActionUrls = null!;
    }

    /// <summary>Links on which an end user does something for their profile.</summary>
    public virtual UserProfileActionUrlsClient ActionUrls { get; }

    /// <summary>Makes a user profile. Calling it again makes another one.</summary>
    /// <param name="request">What is known of the end user; null for nothing yet.</param>
    /// <param name="cancellationToken">Ends the call. The profile may have been made all the same.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the profile may exist.</exception>
    public virtual Task<UserProfile> CreateAsync(UserProfileCreateRequest? request = null, CancellationToken cancellationToken = default) =>
        _api.CreateAsync<UserProfileCreateRequest, UserProfile>($"v1/user_profiles", request ?? new UserProfileCreateRequest(), cancellationToken);

    /// <summary>Gets a user profile, with its programs complete.</summary>
    /// <param name="userProfileId">The id (<c>uprof_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<UserProfile> GetAsync(string userProfileId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<UserProfile>($"v1/user_profiles/{userProfileId}", cancellationToken);

    /// <summary>Changes a user profile.</summary>
    /// <param name="userProfileId">The id (<c>uprof_…</c>).</param>
    /// <param name="request">What to change.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The profile after the change.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<UserProfile> UpdateAsync(string userProfileId, UserProfileUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<UserProfileUpdateRequest, UserProfile>($"v1/user_profiles/{userProfileId}", request, cancellationToken);
    }

    /// <summary>Lists user profiles.</summary>
    /// <param name="options">Which ones; null for all, newest first.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The profiles, without the details of their programs, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<UserProfile> ListAsync(UserProfileListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<UserProfile>($"v1/user_profiles", (options ?? new UserProfileListOptions()).Query, cancellationToken);

    /// <summary>Deletes a user profile.</summary>
    /// <param name="userProfileId">The id (<c>uprof_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The id of what was deleted.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string userProfileId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/user_profiles/{userProfileId}", cancellationToken);

    /// <summary>Makes a link on which an end user enrolls, in the older form of the API, whose beta value it sends. <see cref="ActionUrls"/> took its place.</summary>
    /// <param name="userProfileId">The id (<c>uprof_…</c>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The link.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<UserProfileEnrollmentUrl> CreateEnrollmentUrlAsync(string userProfileId, CancellationToken cancellationToken = default) =>
        _betaApi.CreateAsync<UserProfileEnrollmentUrl>($"v1/user_profiles/{userProfileId}/enrollment_url", cancellationToken);
}
