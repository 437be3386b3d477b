using System.Collections.ObjectModel;

namespace Managed.Agents.UserProfiles;

/// <summary>A new user profile.</summary>
/// <remarks>
/// <see cref="ExternalId"/> and <see cref="ExternalUserOnboardedAt"/> belong to the older form of the API: they are taken only under a beta
/// value, as in <c>client.With(new CallOptions { Betas = ["user-profiles-2026-08-18"] })</c>, and not together with
/// <see cref="ExternalUserDetails"/>.
/// </remarks>
public sealed record UserProfileCreateRequest : ApiObject
{
    /// <summary>The name; at most 255 characters.</summary>
    public string? Name { get; init; }

    /// <summary>How they reach the models.</summary>
    /// <value>Null means <see cref="UserProfileAccessType.Application"/>.</value>
    public UserProfileAccessType? AccessType { get; init; }

    /// <summary>What you tell the service about them.</summary>
    public UserProfileExternalUserDetails? ExternalUserDetails { get; init; }

    /// <summary>Key-value pairs of your own: at most 16, keys of at most 64 and values of 1 to 512 characters.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Your id of them, at most 255 characters: under the beta values of 2026-03-24 and 2026-08-18.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Since when they are your user, at most a minute ahead of now: under the beta value of 2026-08-18.</summary>
    public DateTimeOffset? ExternalUserOnboardedAt { get; init; }
}
