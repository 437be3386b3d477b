using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Shouldly;

namespace Managed.Agents.Tests.Framework;

/// <summary>What the server does with one request.</summary>
internal delegate Task Answer(HttpContext context);

/// <summary>A real server on loopback. A test says what it answers, request by request, and sees what it was sent.</summary>
/// <remarks>A request beyond the script is answered with 418, which nothing repeats, and is seen like any other.</remarks>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Answer> _script = new();
    private readonly ConcurrentQueue<StubRequest> _requests = new();
    private readonly ConcurrentDictionary<string, bool> _connections = new(StringComparer.Ordinal);
    private readonly CountedSignal _seen = new();
    private readonly CountedSignal _closed = new();

    private StubServer(WebApplication app, Answer[] script)
    {
        _app = app;
        foreach (var answer in script)
        {
            _script.Enqueue(answer);
        }
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>What it answers when the script is at its end; null for 418.</summary>
    public Answer? Always { get; set; }

    /// <summary>Whether the bodies of requests are left for the answers to read, as they come.</summary>
    public bool LeavesBodies { get; set; }

    public IReadOnlyList<StubRequest> Requests => [.. _requests];

    /// <summary>The one request that it was sent.</summary>
    public StubRequest Request => _requests.ShouldHaveSingleItem();

    /// <summary>How many connections were made to it.</summary>
    public int Connections => _connections.Count;

    public static Task<StubServer> StartAsync(params Answer[] script) => StartAsync(null, script);

    /// <summary>Starts it with a certificate, for HTTP/2; without one, it speaks plain HTTP/1.1.</summary>
    public static async Task<StubServer> StartAsync(X509Certificate2? certificate, params Answer[] script)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        StubServer? server = null;
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Use(next => connection => server!.WatchAsync(next, connection));
            listen.Protocols = certificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        var app = builder.Build();
        server = new StubServer(app, script);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        server.Address = new Uri(app.Urls.Single());
        return server;
    }

    public void Then(Answer answer) => _script.Enqueue(answer);

    /// <summary>Ends when so many requests were read.</summary>
    public Task SeenAsync(int count) => _seen.ReachedAsync(count).Guarded();

    /// <summary>Ends when so many connections were closed.</summary>
    public Task ClosedAsync(int count) => _closed.ReachedAsync(count).Guarded();

    public async ValueTask DisposeAsync()
    {
        // Held answers must not hold the end of the test.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        _requests.Enqueue(await StubRequest.ReadAsync(context, !LeavesBodies));
        var answer = _script.TryDequeue(out var next) ? next : Always ?? Answers.Status(418);
        _seen.Add();
        await answer(context);
    }

    private async Task WatchAsync(ConnectionDelegate next, ConnectionContext connection)
    {
        _connections[connection.ConnectionId] = true;
        try
        {
            await next(connection);
        }
        finally
        {
            _closed.Add();
        }
    }
}
