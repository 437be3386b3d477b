using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>Waits while another process has the claim of a call, and reports until when.</summary>
internal sealed class ClaimWait(ToolCall call, Action<ToolCallWait>? onWaiting, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly Backoff _pauses = new(FirstPause, LongestPause);
    private DateTimeOffset? _until;

    /// <summary>Pauses until the record is worth reading again.</summary>
    public Task PauseAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (_until is null)
        {
            logger.WaitingForClaim(call.Id, call.Name, call.SessionId, until);
        }

        if (_until != until)
        {
            _until = until;
            onWaiting?.Invoke(new ToolCallWait(call, until));
        }

        var (pause, left) = (_pauses.Next(), until - time.GetUtcNow());
        return Task.Delay(left > TimeSpan.Zero && left < pause ? left : pause, time, cancellationToken);
    }
}
