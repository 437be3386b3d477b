using System.Text.Json;
using Managed.Agents.AspNetCore;

namespace SlackBot;

/// <summary>What Slack posts: checked, told apart, and answered at once. Slack waits about a second, then it sends again.</summary>
internal sealed class SlackEvents(SlackOptions options, IWebhookDeduplicator seen, Mentions mentions)
{
    private const int LargestBody = 256 * 1024;
    private static readonly TimeSpan RememberFor = TimeSpan.FromHours(1);

    public async Task<IResult> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is null or > LargestBody)
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
            case "event_callback" when root.GetProperty("event") is var happened && happened.GetProperty("type").GetString() == "app_mention":
                await TakeAsync(root.GetProperty("event_id").GetString()!, happened, cancellationToken);
                break;
        }

        return Results.Ok();
    }

    // A retry of Slack's has the same event id, and must not start a second session.
    private async Task TakeAsync(string eventId, JsonElement mention, CancellationToken cancellationToken)
    {
        var key = $"slack {eventId}";
        if (await seen.ClaimAsync(key, RememberFor, cancellationToken) != WebhookClaim.Claimed)
        {
            return;
        }

        var moment = mention.GetProperty("ts").GetString()!;
        var thread = mention.TryGetProperty("thread_ts", out var parent) ? parent.GetString()! : moment;
        var conversation = new Conversation(mention.GetProperty("channel").GetString()!, thread);
        await mentions.AddAsync(new Mention(conversation, mention.GetProperty("text").GetString()!), cancellationToken);
        await seen.CompleteAsync(key, RememberFor, cancellationToken);
    }
}
