namespace Managed.Agents.Webhooks;

/// <summary>Manages the webhook endpoints of the organization, at most 32. Endpoints of a workspace can be created only in the Console.</summary>
/// <remarks>Every request returns 404 while the feature is not enabled for the organization.</remarks>
public class WebhookEndpointsClient
{
    private readonly ResourceApi _api;

    internal WebhookEndpointsClient(ApiConnection connection, CallOptions options) => _api = new ResourceApi(connection, options, BetaValues.Webhooks);

    /// <summary>Initializes a new instance for mocking.</summary>
    protected WebhookEndpointsClient() => _api = null!;

    /// <summary>Creates an endpoint.</summary>
    /// <param name="request">The endpoint to create.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The endpoint with its signing secret, which is returned only here.</returns>
    /// <remarks>After a cancellation the endpoint may exist. <see cref="RegenerateSigningSecretAsync"/> returns a new secret for it.</remarks>
    /// <exception cref="ManagedAgentsException">The request failed. When <see cref="ManagedAgentsException.MayHaveTakenEffect"/> is <see langword="true"/>, the endpoint may exist. <see cref="RegenerateSigningSecretAsync"/> returns a new secret for it.</exception>
    public virtual Task<WebhookEndpoint> CreateAsync(WebhookEndpointCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<WebhookEndpointCreateRequest, WebhookEndpoint>($"v1/organizations/webhooks", request, cancellationToken);
    }

    /// <summary>Gets an endpoint.</summary>
    /// <param name="webhookEndpointId">The id of the endpoint.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<WebhookEndpoint> GetAsync(string webhookEndpointId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<WebhookEndpoint>($"v1/organizations/webhooks/{webhookEndpointId}", cancellationToken);

    /// <summary>Updates an endpoint, or enables or disables it.</summary>
    /// <param name="webhookEndpointId">The id of the endpoint.</param>
    /// <param name="request">The changes.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The updated endpoint.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<WebhookEndpoint> UpdateAsync(string webhookEndpointId, WebhookEndpointUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<WebhookEndpointUpdateRequest, WebhookEndpoint>($"v1/organizations/webhooks/{webhookEndpointId}", request, cancellationToken);
    }

    /// <summary>Lists the endpoints. The cursor of a page is the id of its last endpoint.</summary>
    /// <param name="options">The options. <see langword="null"/> for the newest endpoints first.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The endpoints. Pages are requested as they are enumerated.</returns>
    public virtual AsyncPageable<WebhookEndpoint> ListAsync(WebhookEndpointListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.ListById<WebhookEndpoint>(
            $"v1/organizations/webhooks", (options ?? new WebhookEndpointListOptions()).Query, options?.BeforeId is not null, cancellationToken);

    /// <summary>Deletes an endpoint.</summary>
    /// <param name="webhookEndpointId">The id of the endpoint.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The id of the deleted endpoint.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string webhookEndpointId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/organizations/webhooks/{webhookEndpointId}", cancellationToken);

    /// <summary>Replaces the signing secret. The old secret becomes invalid immediately: deliveries that are in transit fail verification.</summary>
    /// <param name="webhookEndpointId">The id of the endpoint.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The new secret, which is returned only here.</returns>
    /// <remarks>After a cancellation the secret may have been replaced: call the method again.</remarks>
    /// <exception cref="ManagedAgentsException">The request failed. When <see cref="ManagedAgentsException.MayHaveTakenEffect"/> is <see langword="true"/>, the old secret may be invalid and the new one unknown: call the method again.</exception>
    public virtual Task<WebhookEndpointSigningSecret> RegenerateSigningSecretAsync(string webhookEndpointId, CancellationToken cancellationToken = default) =>
        _api.CreateAsync<WebhookEndpointSigningSecret>($"v1/organizations/webhooks/{webhookEndpointId}/regenerate_signing_secret", cancellationToken);
}
