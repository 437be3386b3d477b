using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>What a list of memories holds: a memory, or a prefix that stands for all memories below it.</summary>
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

    /// <summary>The item's kind on the wire: <c>memory</c> or <c>memory_prefix</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<MemoryListItem> IApiUnion<MemoryListItem>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>The path in the store, such as <c>/projects/notes.md</c>. That of a prefix ends in <c>/</c>.</summary>
    public string Path { get; init => field = value ?? ""; } = "";
}

/// <summary>A prefix that stands for all memories below it, in a list with <see cref="MemoryListOptions.Depth"/> 1.</summary>
public sealed record MemoryPrefix : MemoryListItem;
