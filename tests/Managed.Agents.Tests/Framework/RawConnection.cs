using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Managed.Agents.Tests.Framework;

/// <summary>A connection to a <see cref="RawServer"/>.</summary>
internal sealed class RawConnection(Socket socket)
{
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly byte[] _buffer = new byte[64 * 1024];

    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>Reads one request with its body and records it.</summary>
    /// <returns>The request, or null if the client closed the connection.</returns>
    public async Task<string?> ReadRequestAsync()
    {
        var text = "";
        while (!IsComplete(text))
        {
            var read = await ReadAsync(_buffer.Length);
            if (read.Length == 0)
            {
                return null;
            }

            text += read;
        }

        _requests.Enqueue(text);
        return text;
    }

    /// <summary>Reads up to this many bytes. The result is empty if the client closed the connection.</summary>
    public async Task<string> ReadAsync(int count)
    {
        var read = await socket.ReceiveAsync(_buffer.AsMemory(0, Math.Min(count, _buffer.Length)));
        return Encoding.ASCII.GetString(_buffer, 0, read);
    }

    public async Task WriteAsync(string text) => await socket.SendAsync(Encoding.UTF8.GetBytes(text));

    public Task RespondAsync(string json, string status = "200 OK", string headers = "") =>
        WriteAsync($"HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {Encoding.UTF8.GetByteCount(json)}\r\n{headers}\r\n{json}");

    /// <summary>Resets the connection.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    /// <summary>Closes the connection normally.</summary>
    public void Close() => socket.Close();

    private static bool IsComplete(string text)
    {
        var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (head < 0)
        {
            return false;
        }

        var length = text[..head].Split("\r\n").FirstOrDefault(static line => line.StartsWith("content-length:", StringComparison.OrdinalIgnoreCase));
        return length is null || text.Length >= head + 4 + int.Parse(length["content-length:".Length..], CultureInfo.InvariantCulture);
    }
}
