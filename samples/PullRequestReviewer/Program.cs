// Reviews pull requests. A GitHub webhook starts a session and gets an immediate response; a webhook of the service posts the summary to a
// channel. The GitHub token is stored in a vault: the agent reads through an MCP server and never sees the token.
// Without ANTHROPIC_API_KEY it runs a demo review with the emulator, a fake GitHub and a fake channel on this machine, and exits.
using Managed.Agents;
using Managed.Agents.Webhooks;
using PullRequestReviewer;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
await using var demo = await Demo.StartAsync(builder);
builder.Services.AddSingleton<GitHubWebhook>();
builder.Services.AddSingleton<ReviewChannel>();
builder.Services.AddManagedAgents(options => demo?.Configure(options));
builder.Services.AddManagedAgentsWebhooks();
var app = builder.Build();

// Creates the agent, the environment and the vault.
var reviewer = await Reviewer.SetUpAsync(app.Services.GetRequiredService<ManagedAgentsClient>(), app.Configuration);

app.MapPost("/github", (HttpRequest request, GitHubWebhook webhook, CancellationToken cancellationToken) => webhook.ReceiveAsync(request, reviewer, cancellationToken));

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
        context.Services.GetRequiredService<ReviewChannel>().PostAsync($"The credential {failed.Id} of vault {failed.VaultId} could not be refreshed: its owner has to sign in again.", cancellationToken));

await app.StartAsync();
if (demo is not null)
{
    await demo.RunAsync(new Uri(app.Urls.First()));
    await app.StopAsync();
    return;
}

await app.WaitForShutdownAsync();
