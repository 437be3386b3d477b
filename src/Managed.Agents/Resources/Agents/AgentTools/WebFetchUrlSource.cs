using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>Which URLs of a source are trusted: all, none, or those from certain tools.</summary>
[JsonConverter(typeof(UnionConverter<WebFetchUrlSource>))]
public abstract record WebFetchUrlSource : ApiObject, IApiUnion<WebFetchUrlSource>, IUnionMember
{
    private static readonly UnionVariants<WebFetchUrlSource> Variants = new(
        static raw => new UnknownWebFetchUrlSource(raw),
        WithoutOwnFields<WebFetchUrlSourceAll>("all"),
        WithoutOwnFields<WebFetchUrlSourceNone>("none"),
        ("only", typeof(WebFetchUrlSourceOnly)),
        ("except", typeof(WebFetchUrlSourceExcept)))
    {
        ShortForm = static name => name switch { "all" => All, "none" => None, _ => null },
    };

    private protected WebFetchUrlSource()
    {
    }

    /// <summary>All URLs of the source.</summary>
    public static WebFetchUrlSource All { get; } = new WebFetchUrlSourceAll();

    /// <summary>No URLs of the source.</summary>
    public static WebFetchUrlSource None { get; } = new WebFetchUrlSourceNone();

    /// <summary>The type of the rule on the wire, for example <c>only</c>.</summary>
    [JsonIgnore]
    public string Type => Variants.NameOf(this);

    static UnionVariants<WebFetchUrlSource> IApiUnion<WebFetchUrlSource>.Variants => Variants;

    internal sealed override string WireType => Type;

    /// <summary>Trusts only the URLs in the results of some tools.</summary>
    /// <param name="tools">The names of the tools.</param>
    /// <returns>A <see cref="WebFetchUrlSourceOnly"/>.</returns>
    public static WebFetchUrlSource Only(params string[] tools) => Only((IEnumerable<string>)tools);

    /// <summary>Trusts only the URLs in the results of some tools.</summary>
    /// <param name="tools">The names of the tools.</param>
    /// <returns>A <see cref="WebFetchUrlSourceOnly"/>.</returns>
    public static WebFetchUrlSource Only(IEnumerable<string> tools) =>
        new WebFetchUrlSourceOnly { Tools = [.. tools.Select(WebFetchToolReference.FromString)] };

    /// <summary>Trusts the URLs in the results of all tools except some.</summary>
    /// <param name="tools">The names of the tools.</param>
    /// <returns>A <see cref="WebFetchUrlSourceExcept"/>.</returns>
    public static WebFetchUrlSource Except(params string[] tools) => Except((IEnumerable<string>)tools);

    /// <summary>Trusts the URLs in the results of all tools except some.</summary>
    /// <param name="tools">The names of the tools.</param>
    /// <returns>A <see cref="WebFetchUrlSourceExcept"/>.</returns>
    public static WebFetchUrlSource Except(IEnumerable<string> tools) =>
        new WebFetchUrlSourceExcept { Tools = [.. tools.Select(WebFetchToolReference.FromString)] };
}

/// <summary>All URLs of the source.</summary>
public sealed record WebFetchUrlSourceAll : WebFetchUrlSource;

/// <summary>No URLs of the source.</summary>
public sealed record WebFetchUrlSourceNone : WebFetchUrlSource;

/// <summary>Only the URLs in the results of some tools.</summary>
public sealed record WebFetchUrlSourceOnly : WebFetchUrlSource
{
    /// <summary>The tools: 1 to 128, without duplicates.</summary>
    public required IReadOnlyList<WebFetchToolReference> Tools { get; init => field = ReadOnlyCopy.OfList(value); }
}

/// <summary>The URLs in the results of all tools except some.</summary>
public sealed record WebFetchUrlSourceExcept : WebFetchUrlSource
{
    /// <summary>The tools: 1 to 128, without duplicates.</summary>
    public required IReadOnlyList<WebFetchToolReference> Tools { get; init => field = ReadOnlyCopy.OfList(value); }
}
