namespace Managed.Agents.UserProfiles;

/// <summary>Manages user profiles: the end users on whose behalf you call the API.</summary>
/// <remarks>
/// The client uses the released form of the API, without a beta value. To use an older form, add its beta value:
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
        GoogleDataControls = new GoogleDataControlsClient(connection, options);
    }

    /// <summary>Initializes a new instance for mocking.</summary>
    protected UserProfilesClient()
    {
        _api = null!;
        _betaApi = null!;
        ActionUrls = null!;
        GoogleDataControls = null!;
    }

    /// <summary>Provides access to the links that an end user opens to complete an action for their profile.</summary>
    public virtual UserProfileActionUrlsClient ActionUrls { get; }

    /// <summary>Provides access to the settings that control how Claude on Google Cloud encrypts and stores the data of each user profile.</summary>
    public virtual GoogleDataControlsClient GoogleDataControls { get; }

    /// <summary>Creates a user profile. Every call creates a new profile.</summary>
    /// <remarks>If the operation is canceled, the profile may have been created anyway.</remarks>
    /// <param name="request">The details of the end user; null when nothing is known yet.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ManagedAgentsException">
    /// The request failed. <see cref="ManagedAgentsException.MayHaveTakenEffect"/> indicates whether the profile may exist.
    /// </exception>
    public virtual Task<UserProfile> CreateAsync(UserProfileCreateRequest? request = null, CancellationToken cancellationToken = default) =>
        _api.CreateAsync<UserProfileCreateRequest, UserProfile>($"v1/user_profiles", request ?? new UserProfileCreateRequest(), cancellationToken);

    /// <summary>Creates a user profile and avoids a duplicate: if the response is lost, the profile is looked up before the request is sent again.</summary>
    /// <remarks>
    /// A marker in the metadata identifies the profile. If no response is lost, no other request is sent. If the operation is canceled, the
    /// profile may have been created.
    /// </remarks>
    /// <param name="request">What is known about the end user; <see langword="null"/> for nothing yet. The metadata must have room for one more pair.</param>
    /// <param name="marker">The marker: a unique value of at most 512 characters, or <see langword="null"/> for a random one. Store your own marker to look up the profile after a crash.</param>
    /// <param name="options">How long to wait before searching, and the maximum number of attempts; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result. Its outcome is sent, found or unknown.</returns>
    /// <exception cref="ArgumentException">The metadata already contains a marker, or the marker is empty or too long.</exception>
    /// <exception cref="ManagedAgentsException">The profile was not created: the API rejected the request or could not be reached.</exception>
    public virtual Task<CreateOnceResult<UserProfile>> CreateOnceAsync(UserProfileCreateRequest? request = null, string? marker = null, OnceOptions? options = null, CancellationToken cancellationToken = default) =>
        OnceCreator.RunAsync(
            _api,
            request ??= new UserProfileCreateRequest(),
            request.Metadata,
            marker,
            options,
            (metadata, token) => CreateAsync(request with { Metadata = metadata }, token),
            (_, token) => ListAsync(new UserProfileListOptions { PageSize = OnceCreator.PageSize }, token),
            cancellationToken);

    /// <summary>Gets a user profile, with the details of its programs.</summary>
    /// <param name="userProfileId">The id (<c>uprof_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<UserProfile> GetAsync(string userProfileId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<UserProfile>($"v1/user_profiles/{userProfileId}", cancellationToken);

    /// <summary>Updates a user profile.</summary>
    /// <param name="userProfileId">The id (<c>uprof_…</c>).</param>
    /// <param name="request">The changes.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The profile after the change.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<UserProfile> UpdateAsync(string userProfileId, UserProfileUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<UserProfileUpdateRequest, UserProfile>($"v1/user_profiles/{userProfileId}", request, cancellationToken);
    }

    /// <summary>Lists user profiles.</summary>
    /// <param name="options">Which profiles to list; null for all, newest first.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The profiles, without the details of their programs, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<UserProfile> ListAsync(UserProfileListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.List<UserProfile>($"v1/user_profiles", (options ?? new UserProfileListOptions()).Query, cancellationToken);

    /// <summary>Deletes a user profile.</summary>
    /// <param name="userProfileId">The id (<c>uprof_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The id of the deleted profile.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string userProfileId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/user_profiles/{userProfileId}", cancellationToken);

    /// <summary>Creates a link that an end user opens to enroll, in the older form of the API. Sends the beta value of that form. Replaced by <see cref="ActionUrls"/>.</summary>
    /// <param name="userProfileId">The id (<c>uprof_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The link.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<UserProfileEnrollmentUrl> CreateEnrollmentUrlAsync(string userProfileId, CancellationToken cancellationToken = default) =>
        _betaApi.CreateAsync<UserProfileEnrollmentUrl>($"v1/user_profiles/{userProfileId}/enrollment_url", cancellationToken);
}
