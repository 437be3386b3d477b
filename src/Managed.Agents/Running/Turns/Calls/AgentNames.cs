using System.Collections.Concurrent;

namespace Managed.Agents;

/// <summary>The names of the agents behind the threads of a session, for those who decide by agent.</summary>
internal sealed class AgentNames(SessionsClient sessions, string sessionId)
{
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    public void Observe(SessionEvent received)
    {
        if (received is SessionThreadCreatedEvent { SessionThreadId: { } threadId, AgentName: { Length: > 0 } name })
        {
            _names[threadId] = name;
        }
    }

    /// <summary>The name of the agent of a thread, or of the primary one; null when it cannot be found out.</summary>
    public async Task<string?> OfAsync(string? threadId, CancellationToken cancellationToken)
    {
        var key = threadId ?? "";
        if (_names.TryGetValue(key, out var known))
        {
            return known;
        }

        try
        {
            var name = threadId is null
                ? (await sessions.GetAsync(sessionId, cancellationToken).ConfigureAwait(false)).Agent.Name
                : ((await sessions.Threads.GetAsync(sessionId, threadId, cancellationToken).ConfigureAwait(false)).Agent as SessionAgent)?.Name;
            return string.IsNullOrEmpty(name) ? null : _names[key] = name;
        }
        catch (ManagedAgentsException)
        {
            // Rules that go by agent do not allow what they cannot tell.
            return null;
        }
    }
}
