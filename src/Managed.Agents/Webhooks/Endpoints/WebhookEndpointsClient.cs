namespace Managed.Agents.Webhooks;

/// <summary>The webhook endpoints of the organization, at most 32. Those of a workspace are made in the Console only.</summary>
/// <remarks>Every call answers 404 while the organization is not enabled for it.</remarks>
public class WebhookEndpointsClient
{
    private readonly ResourceApi _api;

    internal WebhookEndpointsClient(ApiConnection connection, CallOptions options) => _api = new ResourceApi(connection, options, BetaValues.Webhooks);

    /// <summary>For mocking.</summary>
    protected WebhookEndpointsClient() => _api = null!;

    /// <summary>Makes an endpoint.</summary>
    /// <param name="request">Where which events go.</param>
    /// <param name="cancellationToken">Ends the call. The endpoint may have been made all the same.</param>
    /// <returns>The endpoint with its signing secret, which is handed out here only.</returns>
    /// <exception cref="ManagedAgentsException">The call failed; <see cref="ManagedAgentsException.MayHaveTakenEffect"/> says whether the endpoint may exist. <see cref="RegenerateSigningSecretAsync"/> gives it a secret that is known.</exception>
    public virtual Task<WebhookEndpoint> CreateAsync(WebhookEndpointCreateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.CreateAsync<WebhookEndpointCreateRequest, WebhookEndpoint>($"v1/organizations/webhooks", request, cancellationToken);
    }

    /// <summary>Gets an endpoint.</summary>
    /// <param name="webhookEndpointId">The id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<WebhookEndpoint> GetAsync(string webhookEndpointId, CancellationToken cancellationToken = default) =>
        _api.GetAsync<WebhookEndpoint>($"v1/organizations/webhooks/{webhookEndpointId}", cancellationToken);

    /// <summary>Changes an endpoint, or enables and disables it.</summary>
    /// <param name="webhookEndpointId">The id.</param>
    /// <param name="request">What to change.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The endpoint after the change.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<WebhookEndpoint> UpdateAsync(string webhookEndpointId, WebhookEndpointUpdateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _api.UpdateAsync<WebhookEndpointUpdateRequest, WebhookEndpoint>($"v1/organizations/webhooks/{webhookEndpointId}", request, cancellationToken);
    }

    /// <summary>Lists endpoints. The cursor of a page is the id of its last endpoint.</summary>
    /// <param name="options">In which order; null for the newest first.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The endpoints, fetched page by page as they are enumerated.</returns>
    public virtual AsyncPageable<WebhookEndpoint> ListAsync(WebhookEndpointListOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.ListById<WebhookEndpoint>(
            $"v1/organizations/webhooks", (options ?? new WebhookEndpointListOptions()).Query, options?.BeforeId is not null, cancellationToken);

    /// <summary>Deletes an endpoint.</summary>
    /// <param name="webhookEndpointId">The id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The id of what was deleted.</returns>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<DeletedResource> DeleteAsync(string webhookEndpointId, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync<DeletedResource>($"v1/organizations/webhooks/{webhookEndpointId}", cancellationToken);

    /// <summary>Replaces the signing secret. The old one stops working at once: deliveries that are under way then fail verification.</summary>
    /// <param name="webhookEndpointId">The id.</param>
    /// <param name="cancellationToken">Ends the call. The secret may have been replaced all the same.</param>
    /// <returns>The new secret, which is handed out here only.</returns>
    /// <exception cref="ManagedAgentsException">The call failed. When <see cref="ManagedAgentsException.MayHaveTakenEffect"/> is true, the old secret may be gone and the new one is not known: call again.</exception>
    public virtual Task<WebhookEndpointSigningSecret> RegenerateSigningSecretAsync(string webhookEndpointId, CancellationToken cancellationToken = default) =>
        _api.CreateAsync<WebhookEndpointSigningSecret>($"v1/organizations/webhooks/{webhookEndpointId}/regenerate_signing_secret", cancellationToken);
}
