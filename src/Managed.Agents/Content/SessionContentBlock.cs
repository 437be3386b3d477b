using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>A block of content: text, an image, a document or a search result. A string converts to a <see cref="TextBlock"/>.</summary>
[JsonConverter(typeof(UnionConverter<SessionContentBlock>))]
public abstract record SessionContentBlock : ApiObject, IApiUnion<SessionContentBlock>, IUnionMember
{
    private static readonly UnionVariants<SessionContentBlock> Variants = new(
        static raw => new UnknownSessionContentBlock(raw),
        ("text", typeof(TextBlock)),
        ("image", typeof(ImageBlock)),
        ("document", typeof(DocumentBlock)),
        ("search_result", typeof(SearchResultBlock)),
        WithoutOwnFields<RedactedBlock>("redacted"));

    private protected SessionContentBlock()
    {
    }

    /// <summary>The type on the wire, for example <c>text</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<SessionContentBlock> IApiUnion<SessionContentBlock>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>Creates a text block.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator SessionContentBlock(string text) => FromText(text);

    /// <summary>Creates a text block.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A <see cref="TextBlock"/>.</returns>
    public static SessionContentBlock FromText(string text) => new TextBlock(text);
}
