namespace Managed.Agents.UserProfiles;

/// <summary>A request to create a user profile.</summary>
/// <remarks>
/// <see cref="ExternalId"/> and <see cref="ExternalUserOnboardedAt"/> belong to older forms of the API. They require a beta value, as in
/// <c>client.With(new CallOptions { Betas = ["user-profiles-2026-08-18"] })</c>, and cannot be combined with
/// <see cref="ExternalUserDetails"/>.
/// </remarks>
public sealed record UserProfileCreateRequest : ApiObject
{
    /// <summary>The name. At most 255 characters.</summary>
    public string? Name { get; init; }

    /// <summary>How the end user accesses the models.</summary>
    /// <value>Default at the service: <see cref="UserProfileAccessType.Application"/>.</value>
    public UserProfileAccessType? AccessType { get; init; }

    /// <summary>What you report about the end user.</summary>
    public UserProfileExternalUserDetails? ExternalUserDetails { get; init; }

    /// <summary>Your own key-value pairs. At most 16, with keys of at most 64 characters and values of 1 to 512 characters.</summary>
    public Metadata Metadata { get; init => field = Metadata.AsReadOnly(value); } = Metadata.Empty;

    /// <summary>Your id of the end user. At most 255 characters. Requires the beta value of 2026-03-24 or 2026-08-18.</summary>
    public string? ExternalId { get; init; }

    /// <summary>When the end user signed up with you. Must not be more than one minute in the future. Requires the beta value of 2026-08-18.</summary>
    public DateTimeOffset? ExternalUserOnboardedAt { get; init; }
}
