namespace Managed.Agents.UserProfiles;

/// <summary>A change of a user profile. What is left out stays as it is.</summary>
/// <remarks><see cref="ExternalId"/> and <see cref="ExternalUserOnboardedAt"/> are taken as <see cref="UserProfileCreateRequest"/> says.</remarks>
public sealed record UserProfileUpdateRequest : ApiObject
{
    /// <summary>The name; at most 255 characters.</summary>
    public Optional<string> Name { get; init; }

    /// <summary>How they reach the models; null keeps it.</summary>
    public UserProfileAccessType? AccessType { get; init; }

    /// <summary>What you tell the service about them: what is set in it replaces what is stored, the rest stays.</summary>
    public UserProfileExternalUserDetails? ExternalUserDetails { get; init; }

    /// <summary>Pairs to set; an empty value deletes its key, keys not mentioned stay.</summary>
    /// <value>At most 16 pairs, keys of at most 64 and values of at most 512 characters.</value>
    public IReadOnlyDictionary<string, string>? Metadata { get; init => field = ReadOnlyCopy.MapOrNull(value); }

    /// <summary>Your id of them, at most 255 characters: under the beta values of 2026-03-24 and 2026-08-18.</summary>
    public Optional<string> ExternalId { get; init; }

    /// <summary>Since when they are your user, at most a minute ahead of now; null keeps it: under the beta value of 2026-08-18.</summary>
    public DateTimeOffset? ExternalUserOnboardedAt { get; init; }
}
