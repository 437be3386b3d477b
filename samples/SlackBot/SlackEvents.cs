using System.Text.Json;
using Managed.Agents.AspNetCore;

namespace SlackBot;

/// <summary>Receives the events of Slack, verifies them and responds immediately. Slack waits about a second before it retries.</summary>
internal sealed class SlackEvents(SlackOptions options, IWebhookDeduplicator deduplicator, Mentions mentions)
{
    private const int MaximumBodyBytes = 256 * 1024;
    private static readonly TimeSpan Retention = TimeSpan.FromHours(1);

    public async Task<IResult> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is null or > MaximumBodyBytes)
        {
            return Results.BadRequest();
        }

        var body = new byte[(int)request.ContentLength];
        await request.Body.ReadExactlyAsync(body, cancellationToken);
        if (!SlackSignature.IsValid(options.SigningSecret, request.Headers["X-Slack-Request-Timestamp"], request.Headers["X-Slack-Signature"], body, TimeProvider.System.GetUtcNow()))
        {
            return Results.Unauthorized();
        }

        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        switch (root.GetProperty("type").GetString())
        {
            case "url_verification":
                return Results.Text(root.GetProperty("challenge").GetString());
            case "event_callback" when root.GetProperty("event") is var slackEvent && slackEvent.GetProperty("type").GetString() == "app_mention":
                await ReceiveMentionAsync(root.GetProperty("event_id").GetString()!, slackEvent, cancellationToken);
                break;
        }

        return Results.Ok();
    }

    // A retry by Slack has the same event id and must not start a second session.
    private async Task ReceiveMentionAsync(string eventId, JsonElement mention, CancellationToken cancellationToken)
    {
        var key = $"slack {eventId}";
        if (await deduplicator.ClaimAsync(key, Retention, cancellationToken) != WebhookClaim.Claimed)
        {
            return;
        }

        var timestamp = mention.GetProperty("ts").GetString()!;
        var thread = mention.TryGetProperty("thread_ts", out var parent) ? parent.GetString()! : timestamp;
        var conversation = new Conversation(mention.GetProperty("channel").GetString()!, thread);
        await mentions.AddAsync(new Mention(conversation, mention.GetProperty("text").GetString()!), cancellationToken);
        await deduplicator.CompleteAsync(key, Retention, cancellationToken);
    }
}
