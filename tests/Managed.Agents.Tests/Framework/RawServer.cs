using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Managed.Agents.Tests.Framework;

/// <summary>A socket server on the loopback address for resets at a certain byte, partial responses and stale connections.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<RawConnection> _connections = new();
    private readonly Func<RawConnection, Task> _serve;
    private readonly List<Task> _serving = [];
    private readonly Task _accepting;

    private RawServer(Func<RawConnection, Task> serve)
    {
        _serve = serve;
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>The connections, in the order in which they were opened.</summary>
    public IReadOnlyList<RawConnection> Connections => [.. _connections];

    /// <summary>The completely received requests of all connections.</summary>
    public IReadOnlyList<string> Requests => [.. _connections.SelectMany(static connection => connection.Requests)];

    public static RawServer Start(Func<RawConnection, Task> serve) => new(serve);

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
        foreach (var connection in _connections)
        {
            connection.Close();
        }

        await Task.WhenAll(_serving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var connection = new RawConnection(await _listener.AcceptSocketAsync());
                _connections.Enqueue(connection);
                _serving.Add(_serve(connection));
            }
        }
        catch (Exception problem) when (problem is SocketException or InvalidOperationException)
        {
            // The server was disposed.
        }
    }
}
