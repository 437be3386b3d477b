using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The branch or commit of a repository to check out.</summary>
[JsonConverter(typeof(UnionConverter<RepositoryCheckout>))]
public abstract record RepositoryCheckout : ApiObject, IApiUnion<RepositoryCheckout>, IUnionMember
{
    private static readonly UnionVariants<RepositoryCheckout> Variants = new(
        static raw => new UnknownRepositoryCheckout(raw),
        ("branch", typeof(BranchCheckout)),
        ("commit", typeof(CommitCheckout)));

    private protected RepositoryCheckout()
    {
    }

    /// <summary>The type on the wire, for example <c>branch</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<RepositoryCheckout> IApiUnion<RepositoryCheckout>.Variants => Variants;

    internal sealed override string WireType => Type;
}
