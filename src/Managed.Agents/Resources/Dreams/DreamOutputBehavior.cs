using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents.Dreams;

/// <summary>Where a dream writes its memories.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
[JsonConverter(typeof(UnionConverter<DreamOutputBehavior>))]
public abstract record DreamOutputBehavior : ApiObject, IApiUnion<DreamOutputBehavior>, IUnionMember
{
    private static readonly UnionVariants<DreamOutputBehavior> Variants = new(
        static raw => new UnknownDreamOutputBehavior(raw),
        ("create_new", typeof(CreateNewStore)),
        ("update_existing", typeof(UpdateExistingStore)));

    private protected DreamOutputBehavior()
    {
    }

    /// <summary>Into a new memory store; the one that is read stays as it is.</summary>
    public static DreamOutputBehavior CreateNew { get; } = new CreateNewStore();

    /// <summary>The behavior's kind on the wire: <c>create_new</c> or <c>update_existing</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<DreamOutputBehavior> IApiUnion<DreamOutputBehavior>.Variants => Variants;

    /// <summary>Stands in for a behavior that the API left out.</summary>
    internal static DreamOutputBehavior Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;
}

/// <summary>Into a new memory store; the one that is read stays as it is.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record CreateNewStore : DreamOutputBehavior;

/// <summary>Into the memory store that is read. Refused with status 409 while another dream still writes it.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record UpdateExistingStore : DreamOutputBehavior
{
    /// <summary>Names the memory store; set <see cref="MemoryStoreId"/>.</summary>
    public UpdateExistingStore()
    {
    }

    /// <summary>Names the memory store.</summary>
    /// <param name="memoryStoreId">The id of the memory store among the inputs.</param>
    [SetsRequiredMembers]
    public UpdateExistingStore(string memoryStoreId)
    {
        ArgumentNullException.ThrowIfNull(memoryStoreId);
        MemoryStoreId = memoryStoreId;
    }

    /// <summary>The id of the memory store among the inputs.</summary>
    public required string MemoryStoreId { get; init; }
}
