using System.Text.Json.Serialization;

namespace Managed.Agents.Benchmarks.Webhooks;

/// <summary>The body as a minimal record for the serializer: one event type, no unknown fields, no checks.</summary>
internal sealed record PlainDelivery
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public PlainEvent? Data { get; init; }
}

/// <summary>The event of a <see cref="PlainDelivery"/>.</summary>
internal sealed record PlainEvent
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? OrganizationId { get; init; }

    public string? WorkspaceId { get; init; }

    public string? SessionThreadId { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PlainDelivery))]
internal sealed partial class PlainJson : JsonSerializerContext;
