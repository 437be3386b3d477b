using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents;

/// <summary>A plain text inside the block.</summary>
public sealed record PlainTextDocumentSource : DocumentSource
{
    /// <summary>Makes a source; set <see cref="Data"/>.</summary>
    public PlainTextDocumentSource()
    {
    }

    /// <summary>Makes a source.</summary>
    /// <param name="data">The text.</param>
    [SetsRequiredMembers]
    public PlainTextDocumentSource(string data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Data = data;
    }

    /// <summary>The text.</summary>
    public required string Data { get; init; }

    /// <summary>The kind of document.</summary>
    /// <value><c>text/plain</c>, the only one there is.</value>
    public string MediaType { get; init => field = value ?? "text/plain"; } = "text/plain";
}
