namespace Managed.Agents;

/// <summary>Enumerates the events of a feed that a test created, and tracks the position like a real feed.</summary>
internal sealed class TestFeedEnumerator(IAsyncEnumerable<SessionEvent> events, DeliveredEvents delivered, CancellationToken cancellationToken) : IAsyncEnumerator<SessionEvent>
{
    private readonly IAsyncEnumerator<SessionEvent> _events = events.GetAsyncEnumerator(cancellationToken);
    private bool _hasCurrent;

    public SessionEvent Current => _events.Current;

    public async ValueTask<bool> MoveNextAsync()
    {
        if (_hasCurrent && EventIdentity.KeyOf(Current) is { } key)
        {
            delivered.Add(key, Current);
        }

        return _hasCurrent = await _events.MoveNextAsync().ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _events.DisposeAsync();
}
