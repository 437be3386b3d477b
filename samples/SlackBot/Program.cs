// A Slack bot with two endpoints. A mention starts a session and gets an immediate response; a webhook posts the answer to the thread.
// Without ANTHROPIC_API_KEY it runs a demo conversation with the emulator and a fake Slack on this machine, and exits.
using Managed.Agents;
using Managed.Agents.Webhooks;
using SlackBot;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
await using var demo = await Demo.StartAsync(builder);
builder.Services.AddSingleton(SlackOptions.From(builder.Configuration));
builder.Services.AddSingleton<SlackClient>();
builder.Services.AddSingleton<Conversations>();
builder.Services.AddSingleton<SlackEvents>();
builder.Services.AddSingleton<Mentions>();
builder.Services.AddHostedService(static services => services.GetRequiredService<Mentions>());
builder.Services.AddManagedAgents(options => demo?.Configure(options));
builder.Services.AddManagedAgentsWebhooks();
var app = builder.Build();

// Endpoint 1: Slack sends a mention.
app.MapPost("/slack/events", static (HttpRequest request, SlackEvents events, CancellationToken cancellationToken) => events.ReceiveAsync(request, cancellationToken));

// Endpoint 2: a webhook arrives, and the answer is posted to the thread in the metadata of the session.
app.MapManagedAgentsWebhooks("/claude-done").On<SessionStatusIdledWebhook>(static async (idled, context, cancellationToken) =>
{
    var answer = await context.Services.GetRequiredService<SessionsClient>().GetAnswerAsync(idled.Id, cancellationToken);
    if (answer.Text.Length > 0 && Conversation.Of(answer.Session) is { } conversation)
    {
        await context.Services.GetRequiredService<SlackClient>().PostAsync(conversation, answer.Text, cancellationToken);
    }
});

await app.StartAsync();
if (demo is not null)
{
    await demo.RunAsync(new Uri(app.Urls.First()));
    await app.StopAsync();
    return;
}

await app.WaitForShutdownAsync();
