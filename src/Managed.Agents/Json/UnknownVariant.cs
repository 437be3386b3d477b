using System.Text.Json;

namespace Managed.Agents;

/// <summary>An object of a union as it was received: of an unknown kind, or of a known kind whose fields do not fit.</summary>
internal readonly struct UnknownVariant : IEquatable<UnknownVariant>
{
    private readonly JsonContent _json;

    public UnknownVariant(JsonElement json, string? problem = null)
    {
        _json = json;
        Problem = problem;
        Type = json.ValueKind == JsonValueKind.Object
            && json.TryGetProperty("type", out var type)
            && type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : "";
    }

    public string Type { get; }

    public JsonElement Json => _json.Element;

    public string? Problem { get; }

    public bool Equals(UnknownVariant other) => _json.Equals(other._json);

    public override bool Equals(object? obj) => obj is UnknownVariant other && Equals(other);

    public override int GetHashCode() => Type.GetHashCode(StringComparison.Ordinal);
}
