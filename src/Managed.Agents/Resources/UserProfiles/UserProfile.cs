using System.Collections.ObjectModel;

namespace Managed.Agents.UserProfiles;

/// <summary>The profile of an end user.</summary>
public sealed record UserProfile : ApiObject, ICreatedObject
{
    internal override string? WireType => "user_profile";

    /// <summary>The id, <c>uprof_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name; null until one is set.</summary>
    public string? Name { get; init; }

    /// <summary>How the end user accesses the models; null with the beta value <c>user-profiles-2026-03-24</c>.</summary>
    public UserProfileAccessType? AccessType { get; init; }

    /// <summary>What the service lets the end user do; null with any beta value of user profiles up to 2026-09-04.</summary>
    public UserProfileEnforcementStatus? EnforcementStatus { get; init; }

    /// <summary>The actions against the end user that are in effect; empty with any beta value of user profiles up to 2026-09-04.</summary>
    public IReadOnlyList<UserProfileEnforcementAction> EnforcementActions { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>What you have reported about the end user; null with the beta values of 2026-03-24 and 2026-08-18.</summary>
    public UserProfileExternalUserDetails? ExternalUserDetails { get; init; }

    /// <summary>The programs that the end user takes part in; null with any beta value of user profiles up to 2026-09-04.</summary>
    /// <value>Only <see cref="UserProfilesClient.GetAsync"/> returns them completely.</value>
    public UserProfilePrograms? Programs { get; init; }

    /// <summary>Your own key-value pairs.</summary>
    public Metadata Metadata { get; init => field = Metadata.AsReadOnly(value); } = Metadata.Empty;

    /// <summary>When the profile was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the profile last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>
    /// Your id of the end user. Set only with the beta values of 2026-03-24 and 2026-08-18. Replaced by
    /// <see cref="UserProfileExternalUserDetails.ReferenceId"/>.
    /// </summary>
    public string? ExternalId { get; init; }

    /// <summary>
    /// When the end user signed up with you. Set only with the beta value of 2026-08-18. Replaced by
    /// <see cref="UserProfileExternalUserDetails.OnboardedAt"/>.
    /// </summary>
    public DateTimeOffset? ExternalUserOnboardedAt { get; init; }

    /// <summary>The grants to the end user. Set only with a beta value of user profiles. Replaced by <see cref="Programs"/>.</summary>
    public IReadOnlyDictionary<string, UserProfileTrustGrant> TrustGrants { get; init => field = ReadOnlyCopy.Map(value); } =
        ReadOnlyDictionary<string, UserProfileTrustGrant>.Empty;
}
