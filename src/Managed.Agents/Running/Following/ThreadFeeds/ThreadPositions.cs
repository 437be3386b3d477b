namespace Managed.Agents;

/// <summary>The part of a position that concerns threads.</summary>
/// <param name="Open">The position of each thread that has not ended.</param>
/// <param name="SessionCopies">The keys of events that the session has shown and their thread has not.</param>
/// <param name="ThreadCopies">The keys of events that a thread has shown and the session has not.</param>
internal sealed record ThreadPositions(IReadOnlyList<SessionPosition> Open, IReadOnlyList<string> SessionCopies, IReadOnlyList<string> ThreadCopies);
