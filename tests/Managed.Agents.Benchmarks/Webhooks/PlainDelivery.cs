using System.Text.Json.Serialization;

namespace Managed.Agents.Benchmarks.Webhooks;

/// <summary>The delivery as a minimal serializable class: one type, no unknown fields, no checks.</summary>
internal sealed record PlainDelivery
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public PlainNotice? Data { get; init; }
}

/// <summary>The data of the plain delivery.</summary>
internal sealed record PlainNotice
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
