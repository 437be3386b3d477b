namespace Managed.Agents.Emulator;

/// <summary>An operation of the API: its route, its request and its response.</summary>
internal sealed class ContractOperation
{
    public required string Id { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public required IReadOnlyList<string> Segments { get; init; }

    public required IReadOnlyList<ContractField> Query { get; init; }

    /// <summary>The beta values that the operation requires, of which one is enough. Empty when none is required.</summary>
    public required IReadOnlyList<string> Betas { get; init; }

    /// <summary>Whether a request must have one of <see cref="Betas"/>. If false, an older value is also accepted.</summary>
    public bool DemandsBetas { get; init; }

    public ContractShape? Body { get; init; }

    public ContractShape? Response { get; init; }

    /// <summary>Whether the response can be JSON null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The items of a list response, or the events of a stream.</summary>
    public ContractShape? Item { get; init; }

    public bool IsStream { get; init; }

    /// <summary>Whether the body is a form with files instead of JSON.</summary>
    public bool IsMultipart { get; init; }

    /// <summary>Whether the response is the content of a file instead of JSON.</summary>
    public bool IsBinary { get; init; }

    /// <summary>Whether this is the released variant of an operation that also exists in beta.</summary>
    public bool IsReleased => Id.StartsWith("ga.", StringComparison.Ordinal);

    /// <summary>The first path segment after the version, such as <c>sessions</c>.</summary>
    public string Area => Segments[1];

    public IReadOnlyDictionary<string, string>? Match(IReadOnlyList<string> segments)
    {
        if (segments.Count != Segments.Count)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < segments.Count; i++)
        {
            if (Segments[i] is ['{', .. var name, '}'])
            {
                values[name] = segments[i];
            }
            else if (Segments[i] != segments[i])
            {
                return null;
            }
        }

        return values;
    }
}
