using System.Net;
using System.Net.Sockets;

namespace Managed.Agents.Tests.Framework;

/// <summary>A port that is bound but does not listen, so that connections to it are refused.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ClosedPort()
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Address = new Uri($"http://{_socket.LocalEndPoint}");
    }

    public Uri Address { get; }

    public void Dispose() => _socket.Dispose();
}
