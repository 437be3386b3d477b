namespace Managed.Agents;

/// <summary>
/// The keys of events that one view of a session has shown and the other may still show: the primary view contains copies of some events of
/// the threads. Bounded, because some copies never come.
/// </summary>
internal sealed class ThreadCopies(IEnumerable<string> keys)
{
    /// <summary>The maximum number of keys. The oldest is dropped.</summary>
    public const int Capacity = 256;

    private readonly Queue<string> _order = new(keys);
    private readonly HashSet<string> _keys = new(keys, StringComparer.Ordinal);

    /// <summary>Whether the next key displaces another one.</summary>
    public bool IsFull => _keys.Count >= Capacity;

    public IReadOnlyList<string> Keys => [.. _order.Where(_keys.Contains).Distinct()];

    /// <summary>
    /// Returns the key that both copies of an event have, or null if there are no copies. The copy of an input that is still queued is
    /// another one than that of the processed input.
    /// </summary>
    public static string? KeyOf(SessionEvent received) =>
        EventIdentity.KeyOf(received) is { } key && EventIdentity.IsUnique(key) ? (received.ProcessedAt is null ? "~" + key : key) : null;

    /// <summary>Whether the primary view may show a copy of an event of a thread.</summary>
    public static bool MayBeOnPrimary(SessionEvent received) => received is
        AgentCustomToolUseEvent
        or AgentToolUseEvent { EvaluatedPermission.Value: not EvaluatedPermission.Known.Allow }
        or AgentMcpToolUseEvent { EvaluatedPermission.Value: not EvaluatedPermission.Known.Allow }
        or UserToolConfirmationEvent or UserCustomToolResultEvent or UserToolResultEvent or UserInterruptEvent
        or SessionThreadCreatedEvent or SessionThreadStatusRunningEvent or SessionThreadStatusIdleEvent or SessionThreadStatusRescheduledEvent or SessionThreadStatusTerminatedEvent;

    public bool Contains(string key) => _keys.Contains(key);

    public void Add(string key)
    {
        if (!_keys.Add(key))
        {
            return;
        }

        _order.Enqueue(key);
        while (_keys.Count > Capacity || _order.Count > 2 * Capacity)
        {
            _keys.Remove(_order.Dequeue());
        }
    }

    public void Remove(string key) => _keys.Remove(key);
}
