using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.Webhooks;

/// <summary>A notice of a kind that this version does not know, kept as it was received. Acknowledge and ignore it.</summary>
[JsonConverter(typeof(UnknownVariantConverter<WebhookEvent, UnknownWebhook>))]
public sealed record UnknownWebhook : WebhookEvent, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Makes an unknown notice from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c>.</param>
    public UnknownWebhook(JsonElement json)
        : this(new UnknownVariant(json))
    {
    }

    internal UnknownWebhook(UnknownVariant raw)
    {
        _raw = raw;
        Id = raw.Text("id") ?? "";
        OrganizationId = raw.Text("organization_id") ?? "";
        WorkspaceId = raw.Text("workspace_id");
    }

    /// <summary>The notice as it was received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why a notice of a known kind could not be read; null when the kind itself is unknown.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;

    private protected override string Detail => _raw.Json.GetRawText();
}
