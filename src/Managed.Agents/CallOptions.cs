namespace Managed.Agents;

/// <summary>Options for individual calls. Pass them to <see cref="ManagedAgentsClient.With"/>; they apply to every call of the client that it returns.</summary>
public sealed record CallOptions
{
    /// <summary>Additional values of the <c>anthropic-beta</c> header. They are sent before the value of the resource.</summary>
    public IReadOnlyList<string> Betas { get; init => field = ReadOnlyCopy.OfList(value); } = [];

    /// <summary>The workspace (<c>wrkspc_…</c>) of the calls.</summary>
    /// <value>Default: <see cref="ManagedAgentsOptions.WorkspaceId"/>.</value>
    public string? WorkspaceId { get; init; }

    /// <summary>The timeout of one attempt. For streams, the timeout to open them. For uploads and downloads, the longest time without progress.</summary>
    /// <value>Default: <see cref="ManagedAgentsOptions.Timeout"/>, for streams <see cref="ManagedAgentsOptions.StreamOpenTimeout"/>.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Additional headers, for example for a gateway. Headers that the client sets itself are not allowed.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyCopy.Map<string>(null);

    /// <summary>Called with the response of each call, whether it succeeded or failed, before the response is deserialized. If the call was retried, this is the last response.</summary>
    /// <value>Default: none. It runs on the thread that reads the response. An exception that it throws is passed on to the caller.</value>
    public Action<RawResponse>? OnResponse { get; init; }

    /// <summary>
    /// Returns these options, with the values of <paramref name="outer"/> for options that are not set. Beta values and headers are
    /// combined.
    /// </summary>
    internal CallOptions WithDefaults(CallOptions outer) => new()
    {
        Betas = [.. outer.Betas, .. Betas],
        WorkspaceId = WorkspaceId ?? outer.WorkspaceId,
        Timeout = Timeout ?? outer.Timeout,
        Headers = Merged(outer.Headers, Headers),
        OnResponse = OnResponse ?? outer.OnResponse,
    };

    /// <summary>Returns the options without the values of headers, which may be secrets.</summary>
    /// <returns>One line.</returns>
    public override string ToString() =>
        $"{nameof(CallOptions)} {{ Betas = [{string.Join(", ", Betas)}], WorkspaceId = {WorkspaceId}, Timeout = {Timeout}, Headers = [{string.Join(", ", Headers.Keys)}] }}";

    private static IReadOnlyDictionary<string, string> Merged(IReadOnlyDictionary<string, string> outer, IReadOnlyDictionary<string, string> inner)
    {
        if (outer.Count == 0 || inner.Count == 0)
        {
            return outer.Count == 0 ? inner : outer;
        }

        // Header names are case-insensitive. The inner value wins.
        var merged = new Dictionary<string, string>(outer, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in inner)
        {
            merged.Remove(name);
            merged[name] = value;
        }

        return merged;
    }
}
