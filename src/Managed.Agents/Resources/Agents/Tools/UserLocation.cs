namespace Managed.Agents;

/// <summary>Roughly where the user is. Every part is optional.</summary>
public sealed record UserLocation : ApiObject
{
    internal override string? WireType => "approximate";

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The region or state.</summary>
    public string? Region { get; init; }

    /// <summary>The country: two capital letters (ISO 3166-1 alpha-2), for example <c>AT</c>.</summary>
    public string? Country { get; init; }

    /// <summary>The time zone by its IANA name, for example <c>Europe/Vienna</c>.</summary>
    public string? Timezone { get; init; }
}
