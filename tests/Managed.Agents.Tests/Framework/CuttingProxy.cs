using System.Net;
using System.Net.Sockets;

namespace Managed.Agents.Tests.Framework;

/// <summary>A TCP proxy that resets each connection after a random number of bytes to the client.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _connections = [];
    private readonly Uri _target;
    private readonly double _mean;
    private readonly Random _random;
    private readonly Task _accepting;
    private int _cuts;

    /// <summary>Starts a proxy.</summary>
    /// <param name="target">The server behind the proxy.</param>
    /// <param name="mean">The mean number of bytes after which a connection is cut. The number is exponentially distributed, so that short connections are frequent.</param>
    /// <param name="seed">The seed of the numbers.</param>
    public CuttingProxy(Uri target, int mean, int seed)
    {
        _target = target;
        _mean = mean;
        _random = new Random(seed);
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>The number of connections that were cut.</summary>
    public int Cuts => _cuts;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_connections);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_stopping.Token);
                _connections.Add(ForwardAsync(client, 1 + (int)(-Math.Log(1 - _random.NextDouble()) * _mean)));
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The proxy was disposed.
        }
    }

    private async Task ForwardAsync(Socket client, int left)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var closing = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
        try
        {
            await server.ConnectAsync(_target.Host, _target.Port, closing.Token);
            var requests = CopyAsync(client, server, int.MaxValue, closing.Token);
            var responses = CopyAsync(server, client, left, closing.Token);
            await Task.WhenAny(requests, responses);
            await closing.CancelAsync();
            if (await responses)
            {
                Interlocked.Increment(ref _cuts);
            }

            await requests;
        }
        catch (Exception problem) when (problem is OperationCanceledException or SocketException)
        {
            // Either side closed the connection, or the proxy was disposed.
        }

        client.LingerState = new LingerOption(enable: true, seconds: 0);
        client.Dispose();
    }

    /// <summary>Copies until the end, an error or the limit.</summary>
    /// <returns>Whether the limit was reached.</returns>
    private static async Task<bool> CopyAsync(Socket from, Socket to, int limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        try
        {
            while (limit > 0)
            {
                var read = await from.ReceiveAsync(buffer.AsMemory(0, Math.Min(buffer.Length, limit)), cancellationToken);
                if (read == 0)
                {
                    return false;
                }

                await to.SendAsync(buffer.AsMemory(0, read), cancellationToken);
                limit -= read;
            }

            return true;
        }
        catch (Exception problem) when (problem is OperationCanceledException or SocketException)
        {
            return false;
        }
    }
}
