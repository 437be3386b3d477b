using System.Collections.ObjectModel;

namespace Managed.Agents.UserProfiles;

/// <summary>An end user of yours, as the service knows them.</summary>
public sealed record UserProfile : ApiObject
{
    internal override string? WireType => "user_profile";

    /// <summary>The id, <c>uprof_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name; null until it is supplied.</summary>
    public string? Name { get; init; }

    /// <summary>How they reach the models; null under the beta value <c>user-profiles-2026-03-24</c>.</summary>
    public UserProfileAccessType? AccessType { get; init; }

    /// <summary>What the service lets them do; null under any beta value of user profiles up to 2026-09-04.</summary>
    public UserProfileEnforcementStatus? EnforcementStatus { get; init; }

    /// <summary>What the service has done against them and not taken back; empty under any beta value of user profiles up to 2026-09-04.</summary>
    public IReadOnlyList<UserProfileEnforcementAction> EnforcementActions { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>What you told the service about them; null under the beta values of 2026-03-24 and 2026-08-18.</summary>
    public UserProfileExternalUserDetails? ExternalUserDetails { get; init; }

    /// <summary>The programs that they take part in; null under any beta value of user profiles up to 2026-09-04.</summary>
    /// <value>Complete only in what <see cref="UserProfilesClient.GetAsync"/> returns.</value>
    public UserProfilePrograms? Programs { get; init; }

    /// <summary>The caller's own key-value pairs.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>When the profile was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the profile last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Your id of them, in the older form: only under the beta values of 2026-03-24 and 2026-08-18. <see cref="UserProfileExternalUserDetails.ReferenceId"/> took its place.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Since when they are your user, in the older form: only under the beta value of 2026-08-18. <see cref="UserProfileExternalUserDetails.OnboardedAt"/> took its place.</summary>
    public DateTimeOffset? ExternalUserOnboardedAt { get; init; }

    /// <summary>What was granted to them, in the older form: only under a beta value of user profiles. <see cref="Programs"/> took its place.</summary>
    public IReadOnlyDictionary<string, UserProfileTrustGrant> TrustGrants { get; init => field = ReadOnlyCopy.Map(value); } =
        ReadOnlyDictionary<string, UserProfileTrustGrant>.Empty;
}
