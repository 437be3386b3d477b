using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A piece of what is said: text, an image, a document, a search result. A string converts to a <see cref="TextBlock"/>.</summary>
[JsonConverter(typeof(UnionConverter<ContentBlock>))]
public abstract record ContentBlock : ApiObject, IApiUnion<ContentBlock>, IUnionMember
{
    private static readonly UnionVariants<ContentBlock> Variants = new(
        static raw => new UnknownContentBlock(raw),
        ("text", typeof(TextBlock)),
        ("image", typeof(ImageBlock)),
        ("document", typeof(DocumentBlock)),
        ("search_result", typeof(SearchResultBlock)),
        ("redacted", typeof(RedactedBlock)));

    private protected ContentBlock()
    {
    }

    /// <summary>The content block's kind on the wire, for example <c>text</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<ContentBlock> IApiUnion<ContentBlock>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>Makes a text block.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator ContentBlock(string text) => FromText(text);

    /// <summary>Makes a text block.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A <see cref="TextBlock"/>.</returns>
    public static ContentBlock FromText(string text) => new TextBlock(text);
}
