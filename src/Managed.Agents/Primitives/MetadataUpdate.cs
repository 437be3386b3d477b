using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A change of <see cref="Metadata"/>: a value sets a key, <see langword="null"/> removes it, and a key that is not named keeps its value.</summary>
/// <remarks>Write <c>Metadata = new() { ["channel"] = "C2", ["draft"] = null }</c>. A dictionary converts to it.</remarks>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The API's own word.")]
public sealed class MetadataUpdate : MetadataMap<string?>
{
    /// <summary>Initializes a new instance without entries.</summary>
    public MetadataUpdate()
    {
    }

    /// <summary>Initializes a new instance with a copy of entries.</summary>
    /// <param name="entries">The entries.</param>
    /// <exception cref="ArgumentException">A key occurs twice.</exception>
    public MetadataUpdate(IEnumerable<KeyValuePair<string, string?>> entries)
        : base(entries)
    {
    }

    /// <summary>Copies the entries of a dictionary.</summary>
    /// <param name="entries">The entries.</param>
    public static implicit operator MetadataUpdate(Dictionary<string, string?> entries) => FromDictionary(entries);

    /// <summary>Copies the entries of a dictionary.</summary>
    /// <param name="entries">The entries.</param>
    /// <returns>A new instance with these entries.</returns>
    public static MetadataUpdate FromDictionary(Dictionary<string, string?> entries) => new(entries);

    /// <summary>Returns a read-only copy, or <see langword="null"/> when there are no entries, because an empty update changes nothing.</summary>
    internal static MetadataUpdate? AsReadOnlyOrNull(MetadataUpdate? entries) => entries is null or { Count: 0 } ? null : AsReadOnly(entries);

    internal static MetadataUpdate AsReadOnly(MetadataUpdate? entries)
    {
        if (entries is { IsReadOnly: true })
        {
            return entries;
        }

        var copy = entries is null ? [] : new MetadataUpdate(entries);
        copy.MakeReadOnly();
        return copy;
    }
}
