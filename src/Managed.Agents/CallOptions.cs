namespace Managed.Agents;

/// <summary>What some calls need and others do not. Given to <see cref="ManagedAgentsClient.With"/>, it holds for the calls of the client that returns.</summary>
public sealed record CallOptions
{
    /// <summary>Further values of the <c>anthropic-beta</c> header. They go out before the value of the resource.</summary>
    public IReadOnlyList<string> Betas { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The workspace (<c>wrkspc_…</c>) that the calls act in.</summary>
    /// <value>Default: <see cref="ManagedAgentsOptions.WorkspaceId"/>.</value>
    public string? WorkspaceId { get; init; }

    /// <summary>The time limit of one attempt; for streams, of opening them; for transfers, of standing still.</summary>
    /// <value>Default: <see cref="ManagedAgentsOptions.Timeout"/>, for streams <see cref="ManagedAgentsOptions.StreamOpenTimeout"/>.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Further headers, for example for a gateway in between. Headers that the client itself sets are refused.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyCopy.Map<string>(null);

    /// <summary>Called with each answer before it is read, whether success or failure; of repeated calls, with the last.</summary>
    /// <value>Default: none. Called on the thread that reads the answer; what it throws reaches the caller of the call.</value>
    public Action<RawResponse>? OnResponse { get; init; }

    /// <summary>These options where they are set, the others where they are not.</summary>
    internal CallOptions Over(CallOptions outer) => new()
    {
        Betas = [.. outer.Betas, .. Betas],
        WorkspaceId = WorkspaceId ?? outer.WorkspaceId,
        Timeout = Timeout ?? outer.Timeout,
        Headers = Merged(outer.Headers, Headers),
        OnResponse = OnResponse ?? outer.OnResponse,
    };

    /// <summary>The options without the values of headers, which may be secrets.</summary>
    /// <returns>One line.</returns>
    public override string ToString() =>
        $"{nameof(CallOptions)} {{ Betas = [{string.Join(", ", Betas)}], WorkspaceId = {WorkspaceId}, Timeout = {Timeout}, Headers = [{string.Join(", ", Headers.Keys)}] }}";

    private static IReadOnlyDictionary<string, string> Merged(IReadOnlyDictionary<string, string> outer, IReadOnlyDictionary<string, string> inner)
    {
        if (outer.Count == 0 || inner.Count == 0)
        {
            return outer.Count == 0 ? inner : outer;
        }

        // One header, however it is spelled: the inner value wins.
        var merged = new Dictionary<string, string>(outer, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in inner)
        {
            merged.Remove(name);
            merged[name] = value;
        }

        return merged;
    }
}
