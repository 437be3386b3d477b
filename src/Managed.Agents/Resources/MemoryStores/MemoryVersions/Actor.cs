using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The actor that made a change, as recorded at that time. The object with the id may have been deleted since.</summary>
[JsonConverter(typeof(UnionConverter<Actor>))]
public abstract record Actor : ApiObject, IApiUnion<Actor>, IUnionMember
{
    private static readonly UnionVariants<Actor> Variants = new(
        static raw => new UnknownActor(raw),
        ("session_actor", typeof(SessionActor)),
        ("api_actor", typeof(ApiActor)),
        ("user_actor", typeof(UserActor)),
        ("service_account_actor", typeof(ServiceAccountActor)));

    private protected Actor()
    {
    }

    /// <summary>The type of the actor on the wire, for example <c>session_actor</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<Actor> IApiUnion<Actor>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>An agent in a session.</summary>
public sealed record SessionActor : Actor
{
    /// <summary>The id of the session, <c>sesn_…</c>.</summary>
    public string SessionId { get; init => field = value ?? ""; } = "";
}

/// <summary>A caller of the API that used an API key.</summary>
public sealed record ApiActor : Actor
{
    /// <summary>The id of the API key.</summary>
    public string ApiKeyId { get; init => field = value ?? ""; } = "";
}

/// <summary>A user.</summary>
public sealed record UserActor : Actor
{
    /// <summary>The id of the user's account.</summary>
    public string UserId { get; init => field = value ?? ""; } = "";
}

/// <summary>A service account.</summary>
public sealed record ServiceAccountActor : Actor
{
    /// <summary>The id of the service account.</summary>
    public string ServiceAccountId { get; init => field = value ?? ""; } = "";
}
