using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The source of a document.</summary>
[JsonConverter(typeof(UnionConverter<DocumentSource>))]
public abstract record DocumentSource : ApiObject, IApiUnion<DocumentSource>, IUnionMember
{
    private static readonly UnionVariants<DocumentSource> Variants = new(
        static raw => new UnknownDocumentSource(raw),
        ("base64", typeof(Base64DocumentSource)),
        ("text", typeof(PlainTextDocumentSource)),
        ("url", typeof(UrlDocumentSource)),
        ("file", typeof(FileDocumentSource)));

    private protected DocumentSource()
    {
    }

    /// <summary>The type on the wire, for example <c>base64</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<DocumentSource> IApiUnion<DocumentSource>.Variants => Variants;

    internal sealed override string WireType => Type;
}
