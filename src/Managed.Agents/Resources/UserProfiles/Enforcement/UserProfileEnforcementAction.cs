using System.Text.Json.Serialization;

namespace Managed.Agents.UserProfiles;

/// <summary>Something that the service has done against an end user.</summary>
/// <remarks>Read a kind that is not known as a restriction.</remarks>
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

    /// <summary>The action's kind on the wire: <c>restriction</c> or <c>ban</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<UserProfileEnforcementAction> IApiUnion<UserProfileEnforcementAction>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>The id, <c>enac_…</c>.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>Why the service acted.</summary>
    public UserProfileEnforcementReason Reason { get; init; }

    /// <summary>Since when it holds.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Until when it holds; null when there is no end in sight, as with every ban.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What the end user can do about it; null when there is nothing, as with every ban.</summary>
    public UserProfileNextStep? Action { get; init; }
}

/// <summary>The end user may do less than others.</summary>
public sealed record UserProfileRestriction : UserProfileEnforcementAction;

/// <summary>The end user is shut out.</summary>
public sealed record UserProfileBan : UserProfileEnforcementAction;
