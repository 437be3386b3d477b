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

/// <summary>An address that webhooks are posted to. It keeps what it got and answers what a test wants.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<Received> _received = [];
    private readonly Queue<int> _answers = new();

    private Listener(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    public IReadOnlyList<Received> All
    {
        get
        {
            lock (_received)
            {
                return [.. _received];
            }
        }
    }

    public IEnumerable<string> Types => All.Select(static one => one.Json["data"]!["type"]!.GetValue<string>());

    public static async Task<Listener> StartAsync(params int[] answers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var listener = new Listener(app);
        foreach (var answer in answers)
        {
            listener._answers.Enqueue(answer);
        }

        app.Run(listener.AnswerAsync);
        await app.StartAsync();
        listener.Address = new Uri(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()), "/hook");
        return listener;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = WebhookHeaders.From(name => context.Request.Headers[name]);
        lock (_received)
        {
            _received.Add(new Received(body.ToArray(), headers));
            context.Response.StatusCode = _answers.TryDequeue(out var answer) ? answer : 200;
        }
    }
}

/// <summary>A webhook as it arrived.</summary>
internal sealed record Received(byte[] Body, WebhookHeaders Headers)
{
    public System.Text.Json.Nodes.JsonObject Json => System.Text.Json.Nodes.JsonNode.Parse(Body)!.AsObject();

    public WebhookDelivery Unwrap(string key, ManualTimeProvider clock) => new WebhookVerifier(key, clock).Unwrap(Body, Headers);
}
