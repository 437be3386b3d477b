using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>Where the events of a feed come from: the stream and the history of a session, or those of one of its threads.</summary>
internal sealed record FollowSource(
    string Id,
    Func<CancellationToken, Task<SessionEventStream>> OpenAsync,
    Func<DateTimeOffset?, CancellationToken, IAsyncEnumerable<SessionEvent>> History,
    TimeProvider Time,
    ILogger Logger)
{
    /// <summary>How many events a page of history holds: few enough that a thousand sessions can be caught up with at once.</summary>
    public const int PageSize = 250;
}
