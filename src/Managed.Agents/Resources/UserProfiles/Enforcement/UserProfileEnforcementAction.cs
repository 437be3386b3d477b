using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>An action that the service has taken against an end user.</summary>
/// <remarks>Treat an unrecognized kind as a restriction.</remarks>
[JsonConverter(typeof(UnionConverter<UserProfileEnforcementAction>))]
public abstract record UserProfileEnforcementAction : ApiObject, IApiUnion<UserProfileEnforcementAction>, IUnionMember
{
    private static readonly UnionVariants<UserProfileEnforcementAction> Variants = new(
        static raw => new UnknownUserProfileEnforcementAction(raw),
        ("restriction", typeof(UserProfileRestriction)),
        ("ban", typeof(UserProfileBan)));

    private protected UserProfileEnforcementAction()
    {
    }

    /// <summary>The kind on the wire: <c>restriction</c> or <c>ban</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<UserProfileEnforcementAction> IApiUnion<UserProfileEnforcementAction>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>The id, <c>enac_…</c>.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Why the service took the action.</summary>
    public UserProfileEnforcementReason Reason { get; init; }

    /// <summary>When the action took effect.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the action ends; null when no end is set, as for every ban.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What the end user can do about the action; null when there is nothing, as for every ban.</summary>
    public UserProfileNextStep? Action { get; init; }
}

/// <summary>A restriction of what the end user may do.</summary>
public sealed record UserProfileRestriction : UserProfileEnforcementAction;

/// <summary>A ban: the end user may do nothing.</summary>
public sealed record UserProfileBan : UserProfileEnforcementAction;
