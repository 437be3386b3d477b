using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Returns work items to polling workers, and waits for one when requested.</summary>
internal sealed class WorkPoller(ApiKeyRegistry keys, EngineContext context, Func<Uri> address)
{
    private const int DefaultReclaimMilliseconds = 5000;

    public async Task<JsonNode?> PollAsync(WorkQueue queue, ApiCall call, CancellationToken cancellationToken)
    {
        var reclaim = call.Query.Number("reclaim_older_than_ms") ?? DefaultReclaimMilliseconds;
        if (reclaim < 0)
        {
            throw ApiError.InvalidRequest("reclaim_older_than_ms: must not be negative.");
        }

        if (call.WorkerId is { } worker)
        {
            lock (queue.Sync)
            {
                queue.RecordPoll(worker);
            }
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, context.Stopping);
        var wait = call.Query.Number("block_ms") is { } block ? Task.Delay(TimeSpan.FromMilliseconds(block), context.Services.Time, ending.Token) : Task.CompletedTask;
        try
        {
            while (true)
            {
                var changed = queue.Changed;
                var hasWaited = wait.IsCompleted;
                if (ending.IsCancellationRequested)
                {
                    // The caller has disconnected, or the emulator is stopping.
                    return null;
                }

                if (TakeNext(queue, TimeSpan.FromMilliseconds(reclaim)) is { } item)
                {
                    return item;
                }

                if (hasWaited)
                {
                    return null;
                }

                await Task.WhenAny(wait, changed).ConfigureAwait(false);
            }
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
        }
    }

    private JsonObject? TakeNext(WorkQueue queue, TimeSpan reclaim)
    {
        lock (queue.Sync)
        {
            return queue.TakeNext(reclaim) is { } item ? item.ToJson(context.Options.OmitWorkSecrets ? null : Secret(item)) : null;
        }
    }

    private string Secret(WorkItemState item)
    {
        var content = new JsonObject { ["sessions_token"] = keys.AddWorkToken(item), ["api_base_url"] = address().GetLeftPart(UriPartial.Authority) };
        return Convert.ToBase64String(Json.Bytes(content)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
