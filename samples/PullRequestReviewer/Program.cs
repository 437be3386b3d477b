// Reviews pull requests. GitHub's hook starts a session and is answered at once; a webhook brings the summary to a channel. The token for
// GitHub stands in a vault: the agent reads through an MCP server, and neither it nor this program ever sees the token again.
// Without ANTHROPIC_API_KEY it plays one review with an emulator and stand-ins for GitHub and the channel, all on this machine, and ends.
using Managed.Agents;
using Managed.Agents.Webhooks;
using PullRequestReviewer;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
await using var stage = await Stage.SetAsync(builder);
builder.Services.AddSingleton<GitHubHook>();
builder.Services.AddSingleton<ReviewChannel>();
builder.Services.AddManagedAgents(options => stage?.Point(options));
builder.Services.AddManagedAgentsWebhooks();
var app = builder.Build();

// Once: who reviews, where, and with whose token.
var reviewer = await Reviewer.SetUpAsync(app.Services.GetRequiredService<ManagedAgentsClient>(), app.Configuration);

app.MapPost("/github", (HttpRequest request, GitHubHook hook, CancellationToken cancellationToken) => hook.ReceiveAsync(request, reviewer, cancellationToken));

app.MapManagedAgentsWebhooks("/claude-done")
    .On<SessionStatusIdledWebhook>(static async (idled, context, cancellationToken) =>
    {
        var answer = await context.Services.GetRequiredService<SessionsClient>().GetAnswerAsync(idled.Id, cancellationToken);
        if (answer.Session.Metadata.TryGetValue("repo", out var repo) && answer.Session.Metadata.TryGetValue("pr", out var number))
        {
            await context.Services.GetRequiredService<ReviewChannel>().PostAsync($"Claude reviewed {repo}#{number}: {answer.Text}", cancellationToken);
        }
    })
    .On<VaultCredentialRefreshFailedWebhook>(static (failed, context, cancellationToken) =>
        context.Services.GetRequiredService<ReviewChannel>().PostAsync($"The credential {failed.Id} of vault {failed.VaultId} has gone bad: somebody has to sign in again.", cancellationToken));

await app.StartAsync();
if (stage is not null)
{
    await stage.PlayAsync(new Uri(app.Urls.First()));
    await app.StopAsync();
    return;
}

await app.WaitForShutdownAsync();
