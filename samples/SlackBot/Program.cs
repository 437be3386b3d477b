// A Slack bot in two functions. A mention starts a session and is answered at once; a webhook brings the answer into the thread.
// Without ANTHROPIC_API_KEY it plays a conversation with an emulator and a stand-in for Slack, all on this machine, and ends.
using Managed.Agents;
using Managed.Agents.Webhooks;
using SlackBot;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
await using var stage = await Stage.SetAsync(builder);
builder.Services.AddSingleton(SlackOptions.From(builder.Configuration));
builder.Services.AddSingleton<SlackClient>();
builder.Services.AddSingleton<Conversations>();
builder.Services.AddSingleton<SlackEvents>();
builder.Services.AddSingleton<Mentions>();
builder.Services.AddHostedService(static services => services.GetRequiredService<Mentions>());
builder.Services.AddManagedAgents(options => stage?.Point(options));
builder.Services.AddManagedAgentsWebhooks();
var app = builder.Build();

// Function one: Slack tells of a mention.
app.MapPost("/slack/events", static (HttpRequest request, SlackEvents events, CancellationToken cancellationToken) => events.ReceiveAsync(request, cancellationToken));

// Function two: the bell rings, and the answer goes where the metadata of the session says.
app.MapManagedAgentsWebhooks("/claude-done").On<SessionStatusIdledWebhook>(static async (idled, context, cancellationToken) =>
{
    var answer = await context.Services.GetRequiredService<SessionsClient>().GetAnswerAsync(idled.Id, cancellationToken);
    if (answer.Text.Length > 0 && Conversation.Of(answer.Session) is { } conversation)
    {
        await context.Services.GetRequiredService<SlackClient>().PostAsync(conversation, answer.Text, cancellationToken);
    }
});

await app.StartAsync();
if (stage is not null)
{
    await stage.PlayAsync(new Uri(app.Urls.First()));
    await app.StopAsync();
    return;
}

await app.WaitForShutdownAsync();
