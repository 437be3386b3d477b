using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Managed.Agents;
using Managed.Agents.AspNetCore;

namespace PullRequestReviewer;

/// <summary>What GitHub posts: checked, and handed to a session of its own.</summary>
internal sealed class GitHubHook(ManagedAgentsClient client, IWebhookDeduplicator seen, IConfiguration configuration)
{
    private static readonly TimeSpan RememberFor = TimeSpan.FromDays(1);

    /// <summary>GitHub's own signature: HMAC-SHA256 over the body, in hex.</summary>
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

        // Somebody may press "redeliver": the same delivery starts no second review.
        var key = $"github {request.Headers["X-GitHub-Delivery"]}";
        if (await seen.ClaimAsync(key, RememberFor, cancellationToken) == WebhookClaim.Claimed)
        {
            try
            {
                await StartAsync(json.RootElement, reviewer, cancellationToken);
            }
            catch (ManagedAgentsException problem) when (!problem.MayHaveTakenEffect)
            {
                // Nothing happened, so GitHub's next attempt may.
                await seen.ReleaseAsync(key, cancellationToken);
                throw;
            }

            await seen.CompleteAsync(key, RememberFor, cancellationToken);
        }

        return Results.Accepted();
    }

    private Task<Session> StartAsync(JsonElement hook, Reviewer reviewer, CancellationToken cancellationToken)
    {
        var repo = hook.GetProperty("repository").GetProperty("full_name").GetString()!;
        var number = hook.GetProperty("number").GetInt32().ToString(CultureInfo.InvariantCulture);
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
