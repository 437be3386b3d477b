namespace Managed.Agents;

/// <summary>The threads of a session, and the sources of their events.</summary>
/// <param name="List">Lists the threads.</param>
/// <param name="Open">Returns the source of the events of a thread.</param>
internal sealed record ThreadSources(Func<CancellationToken, IAsyncEnumerable<SessionThread>> List, Func<string, FollowSource> Open);
