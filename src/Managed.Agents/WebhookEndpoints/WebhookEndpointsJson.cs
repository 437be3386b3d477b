using System.Text.Json.Serialization;

namespace Managed.Agents.WebhookEndpoints;

/// <summary>The metadata of webhook endpoints.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DeletedWebhookEndpoint))]
[JsonSerializable(typeof(WebhookEndpoint))]
[JsonSerializable(typeof(WebhookEndpointCreateRequest))]
[JsonSerializable(typeof(WebhookEndpointSigningSecret))]
[JsonSerializable(typeof(WebhookEndpointUpdateRequest))]
internal sealed partial class WebhookEndpointsJson : JsonSerializerContext;
