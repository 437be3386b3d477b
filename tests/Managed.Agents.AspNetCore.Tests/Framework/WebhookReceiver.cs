using System.Net;
using Managed.Agents.Testing;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Managed.Agents.AspNetCore.Tests.Framework;

/// <summary>An application that receives webhooks on a real socket, and a client that signs and sends them.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    public const string Key = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private readonly WebApplication _app;

    private WebhookReceiver(WebApplication app, ManualTimeProvider clock, LogRecorder logs)
    {
        _app = app;
        Clock = clock;
        Logs = logs;
        Signer = new WebhookSigner(Key, clock);
    }

    public ManualTimeProvider Clock { get; }

    public LogRecorder Logs { get; }

    public WebhookSigner Signer { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Address { get; private set; } = null!;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>Starts an application with services and routes.</summary>
    public static async Task<WebhookReceiver> StartAsync(
        Action<WebApplication> map, Action<IServiceCollection>? add = null, ManualTimeProvider? clock = null, string? key = Key)
    {
        clock ??= new ManualTimeProvider();
        var logs = new LogRecorder();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddManagedAgentsWebhooks(options =>
        {
            if (key is not null)
            {
                options.SigningKeys["main"] = key;
            }
        });
        add?.Invoke(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new WebhookReceiver(app, clock, logs) { Address = new Uri(new Uri(address), "/hook") };
    }

    public Task<HttpStatusCode> SendAsync(string deliveryId = "whe_1", string sessionId = "sesn_1") =>
        SendAsync(new SessionStatusIdledWebhook { Id = sessionId }, deliveryId);

    public Task<HttpStatusCode> SendAsync(WebhookEvent webhook, string deliveryId) => SendAsync(Signer.Sign(webhook, deliveryId));

    public async Task<HttpStatusCode> SendAsync(SignedWebhook signed)
    {
        using var request = signed.ToRequest(Address);
        using var response = await Http.SendAsync(request).Guarded();
        return response.StatusCode;
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => _app.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
