using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Hands out work, and waits a little for it if asked to.</summary>
internal sealed class WorkPolls(ApiKeyRegistry keys, EngineContext context, Func<Uri> address)
{
    private const int DefaultReclaim = 5000;

    public async Task<JsonNode?> PollAsync(WorkQueue queue, ApiCall call, CancellationToken cancellationToken)
    {
        var reclaim = call.Query.Number("reclaim_older_than_ms") ?? DefaultReclaim;
        if (reclaim < 0)
        {
            throw ApiError.InvalidRequest("reclaim_older_than_ms: must not be negative.");
        }

        if (call.WorkerId is { } worker)
        {
            lock (queue.Sync)
            {
                queue.SeeWorker(worker);
            }
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, context.Stopping);
        var wait = call.Query.Number("block_ms") is { } block ? Task.Delay(TimeSpan.FromMilliseconds(block), context.Services.Time, over.Token) : Task.CompletedTask;
        try
        {
            while (true)
            {
                var changed = queue.Changed;
                var isOver = wait.IsCompleted;
                if (over.IsCancellationRequested)
                {
                    // Nobody is there any more who asked.
                    return null;
                }

                if (Take(queue, TimeSpan.FromMilliseconds(reclaim)) is { } item)
                {
                    return item;
                }

                if (isOver)
                {
                    return null;
                }

                await Task.WhenAny(wait, changed).ConfigureAwait(false);
            }
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
        }
    }

    private JsonObject? Take(WorkQueue queue, TimeSpan reclaim)
    {
        lock (queue.Sync)
        {
            return queue.Take(reclaim) is { } item ? item.ToJson(context.Options.OmitWorkSecrets ? null : Secret(item)) : null;
        }
    }

    private string Secret(WorkItemState item)
    {
        var content = new JsonObject { ["sessions_token"] = keys.AddWorkToken(item), ["api_base_url"] = address().GetLeftPart(UriPartial.Authority) };
        return Convert.ToBase64String(Json.Bytes(content)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }
}
