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

/// <summary>Writes the response to one request.</summary>
internal delegate Task ResponseWriter(HttpContext context);

/// <summary>A Kestrel server for what WireMock cannot do: responses that a test holds, cuts or streams, HTTP/2, connection counts and undecoded paths.</summary>
/// <remarks>A request after the last response gets <see cref="DefaultResponse"/> and is recorded like the others.</remarks>
internal sealed class KestrelServer : ITestServer, IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ResponseWriter> _responses;
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly ConcurrentDictionary<string, bool> _connections = new(StringComparer.Ordinal);
    private readonly CountedSignal _received = new();
    private readonly CountedSignal _closed = new();

    private KestrelServer(WebApplication app, ResponseWriter[] responses)
    {
        _app = app;
        _responses = new ConcurrentQueue<ResponseWriter>(responses);
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>The response after the last of the sequence. Default: status 418, which the client never retries.</summary>
    public ResponseWriter DefaultResponse { get; set; } = Responses.Status(418);

    /// <summary>Whether the response writers read the request bodies. If not, the server reads them first.</summary>
    public bool LeavesBodies { get; set; }

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <summary>The only request that the server received.</summary>
    public ReceivedRequest Request => _requests.ShouldHaveSingleItem();

    /// <summary>The number of connections that clients have opened.</summary>
    public int Connections => _connections.Count;

    public static Task<KestrelServer> StartAsync(params ResponseWriter[] responses) => StartAsync(null, responses);

    /// <summary>Starts a server that speaks HTTP/1.1 and, if it has a certificate, HTTP/2.</summary>
    public static async Task<KestrelServer> StartAsync(X509Certificate2? certificate, params ResponseWriter[] responses)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        KestrelServer? server = null;
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Use(next => connection => server!.CountConnectionAsync(next, connection));
            listen.Protocols = certificate is null ? HttpProtocols.Http1 : HttpProtocols.Http1AndHttp2;
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        var app = builder.Build();
        server = new KestrelServer(app, responses);
        app.Run(server.RespondAsync);
        await app.StartAsync();
        server.Address = new Uri(app.Urls.Single());
        return server;
    }

    /// <summary>Adds a response to the end of the sequence.</summary>
    public void Then(ResponseWriter response) => _responses.Enqueue(response);

    /// <summary>Waits until the server has read this many requests.</summary>
    public Task WaitForRequestsAsync(int count) => _received.ReachedAsync(count).Guarded();

    /// <summary>Waits until this many connections have been closed.</summary>
    public Task WaitForClosedConnectionsAsync(int count) => _closed.ReachedAsync(count).Guarded();

    public async ValueTask DisposeAsync()
    {
        // Responses that are still held must not delay the end of the test.
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await _app.StopAsync(stop.Token);
        await _app.DisposeAsync();
    }

    private async Task RespondAsync(HttpContext context)
    {
        _requests.Enqueue(await ReceivedRequest.ReadAsync(context, !LeavesBodies));
        var response = _responses.TryDequeue(out var next) ? next : DefaultResponse;
        _received.Add();
        await response(context);
    }

    private async Task CountConnectionAsync(ConnectionDelegate next, ConnectionContext connection)
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
