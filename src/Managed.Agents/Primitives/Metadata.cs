using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>
/// Your own key-value pairs, which the service stores with an object: at most 16 pairs, with keys of at most 64 and values of at most 512
/// characters.
/// </summary>
/// <remarks>Write <c>Metadata = new() { ["channel"] = "C1" }</c>. A dictionary converts to it.</remarks>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The API's own word.")]
public sealed class Metadata : MetadataMap<string>
{
    /// <summary>Initializes a new instance without entries.</summary>
    public Metadata()
    {
    }

    /// <summary>Initializes a new instance with a copy of entries.</summary>
    /// <param name="entries">The entries.</param>
    /// <exception cref="ArgumentException">A key occurs twice.</exception>
    public Metadata(IEnumerable<KeyValuePair<string, string>> entries)
        : base(entries)
    {
    }

    internal static Metadata Empty { get; } = AsReadOnly(null);

    /// <summary>Copies the entries of a dictionary.</summary>
    /// <param name="entries">The entries.</param>
    public static implicit operator Metadata(Dictionary<string, string> entries) => FromDictionary(entries);

    /// <summary>Copies the entries of a dictionary.</summary>
    /// <param name="entries">The entries.</param>
    /// <returns>A new instance with these entries.</returns>
    public static Metadata FromDictionary(Dictionary<string, string> entries) => new(entries);

    /// <summary>Returns a read-only copy, or the instance itself when it is read-only.</summary>
    internal static Metadata AsReadOnly(Metadata? entries)
    {
        if (entries is { IsReadOnly: true })
        {
            return entries;
        }

        var copy = entries is null ? [] : new Metadata(entries);
        copy.MakeReadOnly();
        return copy;
    }
}
