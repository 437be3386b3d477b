namespace Managed.Agents.UserProfiles;

/// <summary>A request to update a user profile. A property that is not set stays unchanged.</summary>
/// <remarks>The remarks of <see cref="UserProfileCreateRequest"/> apply to <see cref="ExternalId"/> and <see cref="ExternalUserOnboardedAt"/>.</remarks>
public sealed record UserProfileUpdateRequest : ApiObject
{
    /// <summary>The name. At most 255 characters.</summary>
    public Optional<string> Name { get; init; }

    /// <summary>How the end user accesses the models; null leaves it unchanged.</summary>
    public UserProfileAccessType? AccessType { get; init; }

    /// <summary>What you report about the end user. Properties that are set replace the stored values; the others stay unchanged.</summary>
    public UserProfileExternalUserDetails? ExternalUserDetails { get; init; }

    /// <summary>The pairs to set. An empty value deletes its key. Keys that are absent stay unchanged.</summary>
    /// <value>At most 16 pairs, with keys of at most 64 characters and values of at most 512 characters.</value>
    public Metadata? Metadata { get; init => field = value is null or { Count: 0 } ? null : Metadata.AsReadOnly(value); }

    /// <summary>Your id of the end user. At most 255 characters. Requires the beta value of 2026-03-24 or 2026-08-18.</summary>
    public Optional<string> ExternalId { get; init; }

    /// <summary>When the end user signed up with you; null leaves it unchanged. Must not be more than one minute in the future. Requires the beta value of 2026-08-18.</summary>
    public DateTimeOffset? ExternalUserOnboardedAt { get; init; }
}
