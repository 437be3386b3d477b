using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A condition for updating a memory.</summary>
[JsonConverter(typeof(UnionConverter<MemoryPrecondition>))]
public abstract record MemoryPrecondition : ApiObject, IApiUnion<MemoryPrecondition>, IUnionMember
{
    private static readonly UnionVariants<MemoryPrecondition> Variants = new(
        static raw => new UnknownMemoryPrecondition(raw),
        ("content_sha256", typeof(ContentSha256Precondition)));

    private protected MemoryPrecondition()
    {
    }

    /// <summary>The type of the condition on the wire, for example <c>content_sha256</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    /// <summary>Creates a condition that the text of a memory has not changed since it was read.</summary>
    /// <param name="memory">The memory as it was read.</param>
    /// <returns>The condition.</returns>
    public static MemoryPrecondition Unchanged(Memory memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return new ContentSha256Precondition { ContentSha256 = memory.ContentSha256 };
    }

    static UnionVariants<MemoryPrecondition> IApiUnion<MemoryPrecondition>.Variants => Variants;

    internal sealed override string WireType => Type;
}

/// <summary>Requires that the text of the memory has a certain hash.</summary>
public sealed record ContentSha256Precondition : MemoryPrecondition
{
    /// <summary>The SHA-256 hash of the text's UTF-8 bytes: 64 lower-case hexadecimal digits, as in <see cref="Memory.ContentSha256"/>.</summary>
    public string? ContentSha256 { get; init; }
}
