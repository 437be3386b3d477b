namespace Managed.Agents.Emulator;

/// <summary>The work queues of all environments.</summary>
internal sealed class WorkQueues(EmulatorServices services)
{
    private readonly Dictionary<string, WorkQueue> _queues = new(StringComparer.Ordinal);

    public WorkQueue Of(string environmentId)
    {
        lock (_queues)
        {
            return _queues.TryGetValue(environmentId, out var queue) ? queue : _queues[environmentId] = new WorkQueue(environmentId, services);
        }
    }

    /// <summary>Calls for a worker, where the session's tools run with one.</summary>
    public void Call(SessionState session)
    {
        if (session.IsSelfHosted)
        {
            Of(session.EnvironmentId).DemandSession(session.Id);
        }
    }
}
