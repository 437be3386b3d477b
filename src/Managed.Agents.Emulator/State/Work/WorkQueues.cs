namespace Managed.Agents.Emulator;

/// <summary>The work queues of all environments.</summary>
internal sealed class WorkQueues(EmulatorServices services)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, WorkQueue> _queues = new(StringComparer.Ordinal);

    public WorkQueue ForEnvironment(string environmentId)
    {
        lock (_gate)
        {
            return _queues.TryGetValue(environmentId, out var queue) ? queue : _queues[environmentId] = new WorkQueue(environmentId, services);
        }
    }

    /// <summary>Queues work for a session whose tools run on a worker.</summary>
    public void QueueSession(SessionState session)
    {
        if (session.IsSelfHosted)
        {
            ForEnvironment(session.EnvironmentId).EnsureSessionQueued(session.Id);
        }
    }
}
