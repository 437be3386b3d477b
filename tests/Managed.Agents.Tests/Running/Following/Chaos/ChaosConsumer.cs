namespace Managed.Agents.Tests.Running.Following.Chaos;

/// <summary>
/// Handles events, stores its position at random, and crashes at random. A crash discards what was handled after the stored position, like
/// effects that were never committed.
/// </summary>
internal sealed class ChaosConsumer(ChaosSession session, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<SessionEvent> _handled = [];
    private readonly HashSet<string> _received = new(StringComparer.Ordinal);
    private readonly HashSet<string> _turns = new(StringComparer.Ordinal);
    private string? _position;
    private int _committed;

    public int Crashes { get; private set; }

    public async Task<IReadOnlyList<SessionEvent>> RunAsync(int turns)
    {
        await session.SendAsync("turn 0");
        while (!await RunUntilCrashAsync(turns, _random.Next(50, 1000)))
        {
            Crashes++;
            _handled.RemoveRange(_committed, _handled.Count - _committed);
        }

        return _handled;
    }

    private async Task<bool> RunUntilCrashAsync(int turns, int eventsUntilCrash)
    {
        using var client = session.CreateClient();
        var feed = client.Sessions.Events.FollowAsync(session.Id, new SessionFollowOptions
        {
            From = _position is null ? null : SessionPosition.Parse(_position),
            HistoryDelay = TimeSpan.FromMinutes(2),
            ReconnectTimeout = Timeout.InfiniteTimeSpan,
        });
        await foreach (var received in feed)
        {
            // The position covers every event before this one, and all of them are handled now.
            if (_random.Next(20) == 0)
            {
                _position = feed.Position.ToString();
                _committed = _handled.Count;
            }

            if (eventsUntilCrash-- == 0)
            {
                return false;
            }

            _handled.Add(received);
            await ContinueAsync(received, turns);
        }

        return true;
    }

    private async Task ContinueAsync(SessionEvent received, int turns)
    {
        if (received is AgentMessageEvent && _received.Add(received.Id))
        {
            session.AllowNext();
        }

        if (received is SessionStatusIdleEvent && _turns.Add(received.Id))
        {
            await (_turns.Count < turns ? session.SendAsync($"turn {_turns.Count}") : session.EndAsync());
        }
    }
}
