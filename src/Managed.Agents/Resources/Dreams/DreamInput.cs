using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents.Dreams;

/// <summary>An input of a dream: a memory store or a list of sessions.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
[JsonConverter(typeof(UnionConverter<DreamInput>))]
public abstract record DreamInput : ApiObject, IApiUnion<DreamInput>, IUnionMember
{
    private static readonly UnionVariants<DreamInput> Variants = new(
        static raw => new UnknownDreamInput(raw),
        ("memory_store", typeof(MemoryStoreDreamInput)),
        ("sessions", typeof(SessionsDreamInput)));

    private protected DreamInput()
    {
    }

    /// <summary>The type on the wire: <c>memory_store</c> or <c>sessions</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<DreamInput> IApiUnion<DreamInput>.Variants => Variants;

    internal sealed override string WireType => Type;
}
