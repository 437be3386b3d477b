using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Managed.Agents;
using Managed.Agents.AspNetCore;

namespace PullRequestReviewer;

/// <summary>Receives the webhooks of GitHub, verifies them and starts a session for each pull request event.</summary>
internal sealed class GitHubWebhook(ManagedAgentsClient client, IWebhookDeduplicator deduplicator, IConfiguration configuration)
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(1);

    /// <summary>The signature scheme of GitHub: HMAC-SHA256 over the body, in hex.</summary>
    public static string Sign(string secret, ReadOnlySpan<byte> body) => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    public async Task<IResult> ReceiveAsync(HttpRequest request, Reviewer reviewer, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        var body = buffer.ToArray();
        var secret = configuration["GITHUB_WEBHOOK_SECRET"] ?? throw new InvalidOperationException("Set GITHUB_WEBHOOK_SECRET.");
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers["X-Hub-Signature-256"].ToString()), Encoding.UTF8.GetBytes(Sign(secret, body))))
        {
            return Results.Unauthorized();
        }

        using var json = JsonDocument.Parse(body);
        if (request.Headers["X-GitHub-Event"] != "pull_request" || json.RootElement.GetProperty("action").GetString() is not ("opened" or "reopened" or "synchronize"))
        {
            return Results.NoContent();
        }

        // A redelivery of the same event must not start a second review.
        var key = $"github {request.Headers["X-GitHub-Delivery"]}";
        if (await deduplicator.ClaimAsync(key, Retention, cancellationToken) == WebhookClaim.Claimed)
        {
            try
            {
                await StartAsync(json.RootElement, reviewer, cancellationToken);
            }
            catch (ManagedAgentsException exception) when (!exception.MayHaveTakenEffect)
            {
                // No session was created, so a redelivery can start one.
                await deduplicator.ReleaseAsync(key, cancellationToken);
                throw;
            }

            await deduplicator.CompleteAsync(key, Retention, cancellationToken);
        }

        return Results.Accepted();
    }

    private Task<Session> StartAsync(JsonElement pullRequestEvent, Reviewer reviewer, CancellationToken cancellationToken)
    {
        var repo = pullRequestEvent.GetProperty("repository").GetProperty("full_name").GetString()!;
        var number = pullRequestEvent.GetProperty("number").GetInt32().ToString(CultureInfo.InvariantCulture);
        return client.Sessions.CreateAsync(
            new()
            {
                Agent = reviewer.AgentId,
                EnvironmentId = reviewer.EnvironmentId,
                VaultIds = [reviewer.VaultId],
                Metadata = new Dictionary<string, string> { ["repo"] = repo, ["pr"] = number },
                InitialEvents = [new UserMessage($"Review pull request {number} of {repo}.")],
            },
            cancellationToken);
    }
}
