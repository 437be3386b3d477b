using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>How the result of an outcome is judged. A string converts to a <see cref="TextRubric"/>.</summary>
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

    /// <summary>The rubric's kind on the wire, for example <c>text</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<Rubric> IApiUnion<Rubric>.Variants => Variants;

    /// <summary>Stands in for a rubric that the API left out.</summary>
    internal static Rubric Missing { get; } = Variants.Missing;

    internal sealed override string WireType => Type;

    /// <summary>Makes a rubric of text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator Rubric(string text) => FromText(text);

    /// <summary>Makes a rubric of text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A <see cref="TextRubric"/>.</returns>
    public static Rubric FromText(string text) => new TextRubric(text);
}
