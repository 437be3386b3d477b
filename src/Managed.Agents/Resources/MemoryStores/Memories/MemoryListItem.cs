using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>An item of a list of memories: a memory, or a prefix that represents all memories below it.</summary>
[JsonConverter(typeof(UnionConverter<MemoryListItem>))]
public abstract record MemoryListItem : ApiObject, IApiUnion<MemoryListItem>, IUnionMember
{
    private static readonly UnionVariants<MemoryListItem> Variants = new(
        static raw => new UnknownMemoryListItem(raw),
        ("memory", typeof(Memory)),
        ("memory_prefix", typeof(MemoryPrefix)));

    private protected MemoryListItem()
    {
    }

    /// <summary>The type of the item on the wire: <c>memory</c> or <c>memory_prefix</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<MemoryListItem> IApiUnion<MemoryListItem>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>The path in the store, for example <c>/projects/notes.md</c>. The path of a prefix ends in <c>/</c>.</summary>
    public string Path { get; init => field = value ?? ""; } = "";
}

/// <summary>A prefix that represents all memories below it, in a list with <see cref="MemoryListOptions.Depth"/> 1.</summary>
public sealed record MemoryPrefix : MemoryListItem;
