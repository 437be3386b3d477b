// The attributes for types of this library are written by GeneratedFileTests.
using System.Text.Json.Serialization;

namespace Managed.Agents.Webhooks;

/// <summary>The JSON metadata of webhook deliveries, events and endpoints.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SessionThreadCreatedWebhook))]
[JsonSerializable(typeof(SessionThreadIdledWebhook))]
[JsonSerializable(typeof(SessionThreadTerminatedWebhook))]
[JsonSerializable(typeof(UnknownWebhook))]
[JsonSerializable(typeof(UserProfileEnforcementActionOpenedWebhook))]
[JsonSerializable(typeof(UserProfileEnforcementActionResolvedWebhook))]
[JsonSerializable(typeof(VaultCredentialArchivedWebhook))]
[JsonSerializable(typeof(VaultCredentialCreatedWebhook))]
[JsonSerializable(typeof(VaultCredentialDeletedWebhook))]
[JsonSerializable(typeof(VaultCredentialRefreshFailedWebhook))]
[JsonSerializable(typeof(WebhookDelivery))]
[JsonSerializable(typeof(WebhookEndpoint))]
[JsonSerializable(typeof(WebhookEndpointCreateRequest))]
[JsonSerializable(typeof(WebhookEndpointEventType))]
[JsonSerializable(typeof(WebhookEndpointSigningSecret))]
[JsonSerializable(typeof(WebhookEndpointState))]
[JsonSerializable(typeof(WebhookEndpointUpdateRequest))]
[JsonSerializable(typeof(WebhookEvent))]
internal sealed partial class WebhooksJson : JsonSerializerContext;
