namespace Managed.Agents;

/// <summary>The approximate location of the user. Every part is optional.</summary>
public sealed record UserLocation : ApiObject
{
    internal override string? WireType => "approximate";

    /// <summary>The city.</summary>
    public string? City { get; init; }

    /// <summary>The region or state.</summary>
    public string? Region { get; init; }

    /// <summary>The country as a two-letter ISO 3166-1 alpha-2 code in upper case, for example <c>AT</c>.</summary>
    public string? Country { get; init; }

    /// <summary>The IANA time zone, for example <c>Europe/Vienna</c>.</summary>
    public string? Timezone { get; init; }
}
