using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>The automatic permission decision of the API for one tool call.</summary>
[JsonConverter(typeof(UnionConverter<AutoEvaluatedPermission>))]
public abstract record AutoEvaluatedPermission : ApiObject, IApiUnion<AutoEvaluatedPermission>, IUnionMember
{
    private static readonly UnionVariants<AutoEvaluatedPermission> Variants = new(
        static raw => new UnknownAutoEvaluatedPermission(raw),
        WithoutOwnFields<AutoAllowed>("allow"),
        ("ask", typeof(AutoAsked)),
        ("deny", typeof(AutoDenied)));

    private protected AutoEvaluatedPermission()
    {
    }

    /// <summary>The type on the wire, for example <c>allow</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<AutoEvaluatedPermission> IApiUnion<AutoEvaluatedPermission>.Variants => Variants;

    /// <summary>The value used when the API omits the permission.</summary>
    internal static AutoEvaluatedPermission Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;
}

/// <summary>The API allowed the call.</summary>
public sealed record AutoAllowed : AutoEvaluatedPermission;
