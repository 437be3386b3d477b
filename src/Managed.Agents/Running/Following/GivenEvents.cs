namespace Managed.Agents;

/// <summary>Events that a test gives, with a position that moves as that of a real feed does.</summary>
internal sealed class GivenEvents(IAsyncEnumerable<SessionEvent> events, DeliveredEvents delivered, CancellationToken cancellationToken) : IAsyncEnumerator<SessionEvent>
{
    private readonly IAsyncEnumerator<SessionEvent> _events = events.GetAsyncEnumerator(cancellationToken);
    private bool _hasCurrent;

    public SessionEvent Current => _events.Current;

    public async ValueTask<bool> MoveNextAsync()
    {
        if (_hasCurrent && EventIdentity.KeyOf(Current) is { } key)
        {
            lock (delivered)
            {
                delivered.Add(key, Current.ProcessedAt);
            }
        }

        return _hasCurrent = await _events.MoveNextAsync().ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _events.DisposeAsync();
}
