using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>Looks up the names of the agents of the threads of a session, for approval rules.</summary>
internal sealed class AgentNames(SessionsClient sessions, string sessionId, ILogger logger)
{
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    public void Observe(SessionEvent received)
    {
        if (received is SessionThreadCreatedEvent { SessionThreadId: { } threadId, AgentName: { Length: > 0 } name })
        {
            _names[threadId] = name;
        }
    }

    /// <summary>Returns the name of the agent of a thread, or of the primary agent, or null if it is unknown.</summary>
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
        catch (ManagedAgentsException problem)
        {
            // Approval rules for an agent do not allow calls of an unknown agent.
            logger.AgentNameUnknown(sessionId, problem.Message);
            return null;
        }
    }
}
