namespace Managed.Agents.Tests.Chaos;

/// <summary>
/// Handles events, stores its position now and then, and crashes now and then: what it had handled since the stored position is forgotten,
/// as an effect that was never committed.
/// </summary>
internal sealed class ChaosConsumer(ChaosSession session, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<SessionEvent> _handled = [];
    private readonly HashSet<string> _heard = new(StringComparer.Ordinal);
    private readonly HashSet<string> _turns = new(StringComparer.Ordinal);
    private string? _position;
    private int _committed;

    public int Crashes { get; private set; }

    public async Task<IReadOnlyList<SessionEvent>> RunAsync(int turns)
    {
        await session.SayAsync("turn 0");
        while (!await RunUntilCrashAsync(turns, _random.Next(50, 1000)))
        {
            Crashes++;
            _handled.RemoveRange(_committed, _handled.Count - _committed);
        }

        return _handled;
    }

    private async Task<bool> RunUntilCrashAsync(int turns, int life)
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
            // Everything before this one is handled now, and that is what the position says.
            if (_random.Next(20) == 0)
            {
                _position = feed.Position.ToString();
                _committed = _handled.Count;
            }

            if (life-- == 0)
            {
                return false;
            }

            _handled.Add(received);
            await GoOnAsync(received, turns);
        }

        return true;
    }

    private async Task GoOnAsync(SessionEvent received, int turns)
    {
        if (received is AgentMessageEvent && _heard.Add(received.Id))
        {
            session.Heard();
        }

        if (received is SessionStatusIdleEvent && _turns.Add(received.Id))
        {
            await (_turns.Count < turns ? session.SayAsync($"turn {_turns.Count}") : session.EndAsync());
        }
    }
}
