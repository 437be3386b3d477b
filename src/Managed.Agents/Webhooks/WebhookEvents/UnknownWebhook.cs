// Written by GeneratedFileTests. By hand: the noun in the summary, the remarks, and the fields that the constructor reads.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents.Webhooks;

/// <summary>A webhook event whose type this version does not recognize, kept as received.</summary>
[JsonConverter(typeof(UnknownVariantConverter<WebhookEvent, UnknownWebhook>))]
public sealed record UnknownWebhook : WebhookEvent, IUnknownVariant
{
    private readonly UnknownVariant _raw;

    /// <summary>Creates an <see cref="UnknownWebhook"/> from JSON, for example in a test.</summary>
    /// <param name="json">A JSON object with a <c>type</c> field.</param>
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

    /// <summary>The object as received.</summary>
    [JsonIgnore]
    public JsonElement Json => _raw.Json;

    /// <summary>Why an object of a known type could not be read; <see langword="null"/> when the type itself is not recognized.</summary>
    [JsonIgnore]
    public string? Problem => _raw.Problem;

    UnknownVariant IUnknownVariant.Raw => _raw;

    private protected override string Detail => _raw.Json.GetRawText();
}
