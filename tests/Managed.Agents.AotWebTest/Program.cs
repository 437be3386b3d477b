// An AOT-compiled web application that sends webhooks to itself. Exits with 0 if every response and every handler call is as expected.
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Managed.Agents.AotWebTest;
using Managed.Agents.Webhooks;

const string key = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
Console.WriteLine($"{Environment.Version}, {(RuntimeFeature.IsDynamicCodeSupported ? "compiled at run time" : "Native AOT")}");

var builder = WebApplication.CreateSlimBuilder();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Configuration["Webhooks:SigningKeys:main"] = key;
builder.Services.AddManagedAgentsWebhooks(builder.Configuration.GetSection("Webhooks"));
builder.Services.AddSingleton<HandlerCalls>();
var app = builder.Build();
app.MapManagedAgentsWebhooks("/done")
    .On<SessionStatusIdledWebhook>((idled, context, _) => context.Services.GetRequiredService<HandlerCalls>().AddAsync($"{context.Delivery.KeyLabel} {idled.Id}"))
    .On<SessionStatusIdledWebhook, IdledHandler>()
    .OnOther((webhook, context, _) => context.Services.GetRequiredService<HandlerCalls>().AddAsync($"other {webhook.Type}"));
app.MapManagedAgentsWebhooks("/queued", options => options.Queue = new())
    .On<AgentCreatedWebhook>((created, context, _) => context.Services.GetRequiredService<HandlerCalls>().AddAsync($"queued {created.Id}"));
await app.StartAsync(timeout.Token);

var signer = new WebhookSigner(key);
var idled = signer.Sign(new SessionStatusIdledWebhook { Id = "sesn_1" }, "whe_1");
await ExpectAsync(HttpStatusCode.NoContent, "/done", idled);
await ExpectAsync(HttpStatusCode.NoContent, "/done", idled);
await ExpectAsync(HttpStatusCode.NoContent, "/done", signer.Sign(new VaultArchivedWebhook { Id = "vlt_1" }, "whe_2"));
await ExpectAsync(HttpStatusCode.BadRequest, "/done", idled with { Body = Encoding.UTF8.GetBytes("{}") });
await ExpectAsync(HttpStatusCode.Accepted, "/queued", signer.Sign(new AgentCreatedWebhook { Id = "agent_1" }, "whe_3"));
await app.StopAsync(timeout.Token);

var lines = app.Services.GetRequiredService<HandlerCalls>().Lines;
Console.WriteLine(string.Join(", ", lines));
if (lines is not ["main sesn_1", "handler sesn_1", "other vault.archived", "queued agent_1"])
{
    throw new InvalidOperationException("The handlers were not called as expected.");
}

Console.WriteLine("Done.");
return 0;

async Task ExpectAsync(HttpStatusCode status, string path, SignedWebhook webhook)
{
    using var sockets = new SocketsHttpHandler();
    using var invoker = new HttpMessageInvoker(sockets);
    using var request = webhook.ToRequest(new Uri(new Uri(app.Urls.Single()), path));
    using var response = await invoker.SendAsync(request, timeout.Token);
    if (response.StatusCode != status)
    {
        throw new InvalidOperationException($"{path} returned {response.StatusCode} instead of {status}.");
    }
}
