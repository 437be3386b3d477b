using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Managed.Agents.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Managed.Agents.AspNetCore.Tests.Docs;

/// <summary>The snippets of docs/webhooks.md, compiled. Each region is identical to a snippet.</summary>
internal static class WebhookSnippets
{
    public static void MapEmail(IEndpointRouteBuilder app, ManagedAgentsClient client, string agentId, string environmentId)
    {
        #region e-mail
        app.MapPost("/inbound-mail", async (HttpRequest request, CancellationToken ct) =>
        {
            var form = await request.ReadFormAsync(ct);
            await client.Sessions.CreateAsync(
                new()
                {
                    Agent = agentId,
                    EnvironmentId = environmentId,
                    Metadata = new Dictionary<string, string> { ["reply_to"] = form["from"].ToString(), ["subject"] = form["subject"].ToString() },
                    InitialEvents = [new UserMessage($"Answer this e-mail:\n\n{form["text"]}")],
                },
                ct);
            return Results.Ok();
        });
        #endregion
    }

    public static void MapObjectStorage(IEndpointRouteBuilder app, ManagedAgentsClient client, string agentId, string environmentId)
    {
        #region object storage
        app.MapPost("/bucket-events", async (JsonElement notification, CancellationToken ct) =>
        {
            foreach (var record in notification.GetProperty("Records").EnumerateArray())
            {
                var key = record.GetProperty("s3").GetProperty("object").GetProperty("key").GetString()!;
                await client.Sessions.CreateAsync(
                    new()
                    {
                        Agent = agentId,
                        EnvironmentId = environmentId,
                        Metadata = new Dictionary<string, string> { ["object"] = key },
                        InitialEvents = [new UserMessage($"A file was uploaded: {key}. Fetch it, check it and report what is wrong with it.")],
                    },
                    ct);
            }

            return Results.Ok();
        });
        #endregion
    }

    public static void MapStripe(IEndpointRouteBuilder app, ManagedAgentsClient client, string agentId, string environmentId, string signingSecret, TimeProvider time)
    {
        #region payments
        app.MapPost("/stripe", async (HttpRequest request, CancellationToken ct) =>
        {
            using var reader = new StreamReader(request.Body, Encoding.UTF8);
            var body = await reader.ReadToEndAsync(ct);
            if (!IsSignedByStripe(request.Headers["Stripe-Signature"].ToString(), body, signingSecret, time.GetUtcNow()))
            {
                return Results.BadRequest();
            }

            using var stripeEvent = JsonDocument.Parse(body);
            if (stripeEvent.RootElement.GetProperty("type").GetString() == "invoice.payment_failed")
            {
                var invoice = stripeEvent.RootElement.GetProperty("data").GetProperty("object").GetProperty("id").GetString()!;
                await client.Sessions.CreateAsync(
                    new()
                    {
                        Agent = agentId,
                        EnvironmentId = environmentId,
                        Metadata = new Dictionary<string, string> { ["invoice"] = invoice },
                        InitialEvents = [new UserMessage($"The payment of invoice {invoice} failed. Find the reason and draft a message to the customer.")],
                    },
                    ct);
            }

            return Results.Ok();
        });

        static bool IsSignedByStripe(string header, string body, string secret, DateTimeOffset now)
        {
            var parts = header.Split(',').Select(static part => part.Split('=', 2)).Where(static part => part.Length == 2).ToLookup(static part => part[0], static part => part[1]);
            var timestamp = parts["t"].FirstOrDefault() ?? "";
            var expected = Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}"))).ToLowerInvariant();
            return long.TryParse(timestamp, out var seconds)
                && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= 300
                && parts["v1"].Any(signature => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(expected)));
        }
        #endregion
    }

    public static async Task<Deployment> ScheduleAsync(ManagedAgentsClient client, string agentId, string environmentId, CancellationToken ct)
    {
        #region schedule
        var deployment = await client.Deployments.CreateAsync(
            new()
            {
                Name = "ticket-report",
                Agent = agentId,
                EnvironmentId = environmentId,
                Metadata = new Dictionary<string, string> { ["channel"] = "C-reports" },
                InitialEvents = ["Summarize yesterday's tickets."],
                Schedule = DeploymentSchedule.Cron("0 6 * * *", "Europe/Paris"),
            },
            ct);
        #endregion
        return deployment;
    }

    public static void MapAnswer(IEndpointRouteBuilder app, ManagedAgentsClient client, Func<Session, string, CancellationToken, Task> deliverAsync)
    {
        #region answer
        app.MapManagedAgentsWebhooks("/claude-done").On<SessionStatusIdledWebhook>(async (idled, context, ct) =>
        {
            var answer = await client.Sessions.GetAnswerAsync(idled.Id, ct);
            if (answer.StopReason is EndTurn)
            {
                await deliverAsync(answer.Session, answer.Text, ct);
            }
        });
        #endregion
    }
}
