using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>The source of the events of a feed: the stream and the history of a session or of a thread.</summary>
internal sealed record FollowSource(
    string Id,
    Func<CancellationToken, Task<SessionEventStream>> OpenAsync,
    Func<DateTimeOffset?, CancellationToken, IAsyncEnumerable<SessionEvent>> History,
    TimeProvider Time,
    ILogger Logger)
{
    /// <summary>The page size of the history. It is small enough to read the history of a thousand sessions at the same time.</summary>
    public const int PageSize = 250;
}
