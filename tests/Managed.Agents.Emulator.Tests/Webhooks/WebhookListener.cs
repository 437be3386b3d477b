using System.Net;
using Managed.Agents.Testing;
using Managed.Agents.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Managed.Agents.Emulator.Tests;

/// <summary>A server that receives webhooks. Keeps them and responds with configured statuses.</summary>
internal sealed class WebhookListener : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly WebApplication _app;
    private readonly List<Received> _received = [];
    private readonly Queue<int> _statuses = new();

    private WebhookListener(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    public IReadOnlyList<Received> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _received];
            }
        }
    }

    public IEnumerable<string> Types => All.Select(static one => one.Json["data"]!["type"]!.GetValue<string>());

    public static async Task<WebhookListener> StartAsync(params int[] statuses)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var listener = new WebhookListener(app);
        foreach (var status in statuses)
        {
            listener._statuses.Enqueue(status);
        }

        app.Run(listener.RespondAsync);
        await app.StartAsync();
        listener.Address = new Uri(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()), "/hook");
        return listener;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task RespondAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = WebhookHeaders.From(name => context.Request.Headers[name]);
        lock (_gate)
        {
            _received.Add(new Received(body.ToArray(), headers));
            context.Response.StatusCode = _statuses.TryDequeue(out var status) ? status : 200;
        }
    }
}

/// <summary>A received webhook.</summary>
internal sealed record Received(byte[] Body, WebhookHeaders Headers)
{
    public System.Text.Json.Nodes.JsonObject Json => System.Text.Json.Nodes.JsonNode.Parse(Body)!.AsObject();

    public WebhookDelivery Unwrap(string key, ManualTimeProvider clock) => new WebhookVerifier(key, clock).Unwrap(Body, Headers);
}
