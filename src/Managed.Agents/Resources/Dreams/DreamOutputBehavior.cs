using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents.Dreams;

/// <summary>Determines which memory store a dream writes to.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
[JsonConverter(typeof(UnionConverter<DreamOutputBehavior>))]
public abstract record DreamOutputBehavior : ApiObject, IApiUnion<DreamOutputBehavior>, IUnionMember
{
    private static readonly UnionVariants<DreamOutputBehavior> Variants = new(
        static raw => new UnknownDreamOutputBehavior(raw),
        WithoutOwnFields<CreateNewStore>("create_new"),
        ("update_existing", typeof(UpdateExistingStore)));

    private protected DreamOutputBehavior()
    {
    }

    /// <summary>Writes to a new memory store. The input store is not changed.</summary>
    public static DreamOutputBehavior CreateNew { get; } = new CreateNewStore();

    /// <summary>The type on the wire: <c>create_new</c> or <c>update_existing</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<DreamOutputBehavior> IApiUnion<DreamOutputBehavior>.Variants => Variants;

    /// <summary>The value used when the API omits the behavior.</summary>
    internal static DreamOutputBehavior Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;
}

/// <summary>Writes to a new memory store. The input store is not changed.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record CreateNewStore : DreamOutputBehavior;

/// <summary>Writes to the input memory store. Rejected with status 409 while another dream is updating that store.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record UpdateExistingStore : DreamOutputBehavior
{
    /// <summary>Initializes a new instance of the <see cref="UpdateExistingStore"/> class. Set <see cref="MemoryStoreId"/>.</summary>
    public UpdateExistingStore()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="UpdateExistingStore"/> class.</summary>
    /// <param name="memoryStoreId">The id of the input memory store.</param>
    [SetsRequiredMembers]
    public UpdateExistingStore(string memoryStoreId)
    {
        ArgumentNullException.ThrowIfNull(memoryStoreId);
        MemoryStoreId = memoryStoreId;
    }

    /// <summary>The id of the input memory store.</summary>
    public required string MemoryStoreId { get; init; }
}
