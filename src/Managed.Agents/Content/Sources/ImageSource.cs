using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The source of an image.</summary>
[JsonConverter(typeof(UnionConverter<ImageSource>))]
public abstract record ImageSource : ApiObject, IApiUnion<ImageSource>, IUnionMember
{
    private static readonly UnionVariants<ImageSource> Variants = new(
        static raw => new UnknownImageSource(raw),
        ("base64", typeof(Base64ImageSource)),
        ("url", typeof(UrlImageSource)),
        ("file", typeof(FileImageSource)));

    private protected ImageSource()
    {
    }

    /// <summary>The type on the wire, for example <c>base64</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<ImageSource> IApiUnion<ImageSource>.Variants => Variants;

    internal sealed override string WireType => Type;
}
