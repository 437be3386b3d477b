using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The rubric that the result of an outcome is evaluated against. A string converts to a <see cref="TextRubric"/>.</summary>
[JsonConverter(typeof(UnionConverter<Rubric>))]
public abstract record Rubric : ApiObject, IApiUnion<Rubric>, IUnionMember
{
    private static readonly UnionVariants<Rubric> Variants = new(
        static raw => new UnknownRubric(raw),
        ("text", typeof(TextRubric)),
        ("file", typeof(FileRubric)));

    private protected Rubric()
    {
    }

    /// <summary>The type on the wire, for example <c>text</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<Rubric> IApiUnion<Rubric>.Variants => Variants;

    /// <summary>The value used when the API omits the rubric.</summary>
    internal static Rubric Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;

    /// <summary>Creates a text rubric.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator Rubric(string text) => FromText(text);

    /// <summary>Creates a text rubric.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A <see cref="TextRubric"/>.</returns>
    public static Rubric FromText(string text) => new TextRubric(text);
}
