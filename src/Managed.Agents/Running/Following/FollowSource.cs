using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>The source of the events of a feed: the stream and the history of a session or of a thread.</summary>
internal sealed record FollowSource(
    string Id,
    Func<CancellationToken, Task<SessionEventStream>> OpenAsync,
    Func<DateTimeOffset?, CancellationToken, AsyncPageable<SessionEvent>> History,
    TimeProvider Time,
    ILogger Logger)
{
    /// <summary>The page size of the history while the connection is good.</summary>
    public const int PageSize = HistoryPageSize.Default;
}
