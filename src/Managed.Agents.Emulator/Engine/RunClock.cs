using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Measures the running time of a session or a thread.</summary>
internal sealed class RunClock
{
    private TimeSpan _finished;
    private DateTimeOffset? _runningSince;

    public bool HasRun { get; private set; }

    public bool HasIdled { get; private set; }

    public void Start(DateTimeOffset now)
    {
        HasRun = true;
        _runningSince ??= now;
    }

    public void Stop(DateTimeOffset now)
    {
        HasIdled = true;
        _finished += now - (_runningSince ?? now);
        _runningSince = null;
    }

    public double ActiveSeconds(DateTimeOffset now) => (_finished + (now - (_runningSince ?? now))).TotalSeconds;

    public JsonObject ToJson(DateTimeOffset createdAt, DateTimeOffset now) => new()
    {
        ["active_seconds"] = ActiveSeconds(now),
        ["duration_seconds"] = (now - createdAt).TotalSeconds,
        ["startup_seconds"] = 0,
    };
}
