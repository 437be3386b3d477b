namespace Managed.Agents.UserProfiles;

/// <summary>Gets and updates the settings that control how Claude on Google Cloud encrypts and stores the data of each user profile.</summary>
/// <remarks>
/// This API is in beta. The client sends the beta values <c>user-profiles-2026-09-04</c> and
/// <c>google-managed-data-controls-2026-09-01</c>.
/// </remarks>
public class GoogleDataControlsClient
{
    private readonly ResourceApi _api;

    internal GoogleDataControlsClient(ApiConnection connection, CallOptions options) =>
        _api = new ResourceApi(connection, options, BetaValues.UserProfilesOfSeptember, BetaValues.GoogleDataControls);

    /// <summary>Initializes a new instance for mocking.</summary>
    protected GoogleDataControlsClient() => _api = null!;

    /// <summary>Gets the data controls of a user profile.</summary>
    /// <param name="userProfileId">The id of the user profile (<c>uprof_…</c>).</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The data controls.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<GoogleDataControls> GetAsync(string userProfileId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<GoogleDataControls>($"v1/user_profiles/{userProfileId}/providers/google/data_controls", cancellationToken);

    /// <summary>Updates the data controls of a user profile.</summary>
    /// <remarks>
    /// A new key or bucket is validated after the call: its region is pending until it becomes active or fails. Until then the previous
    /// key or bucket stays in use.
    /// </remarks>
    /// <param name="userProfileId">The id of the user profile (<c>uprof_…</c>).</param>
    /// <param name="request">The changes.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The data controls after the change.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<GoogleDataControls> UpdateAsync(string userProfileId, GoogleDataControlsUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<GoogleDataControlsUpdateRequest, GoogleDataControls>(
            $"v1/user_profiles/{userProfileId}/providers/google/data_controls", request, cancellationToken);
    }
}
