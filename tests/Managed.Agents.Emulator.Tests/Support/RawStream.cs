using System.Runtime.InteropServices;
using System.Text;

namespace Managed.Agents.Emulator.Tests;

/// <summary>An event stream as bytes, with the exception that ended it.</summary>
public sealed class RawStream
{
    private readonly TestApi _api;
    private readonly Stream _body;
    private readonly List<byte> _read = [];

    private RawStream(TestApi api, Stream body)
    {
        _api = api;
        _body = body;
    }

    public byte[] Bytes => [.. _read];

    /// <summary>The exception that broke the connection; null if the stream ended cleanly.</summary>
    public Exception? Error { get; private set; }

    public static async Task<RawStream> OpenAsync(TestApi api, string sessionId)
    {
        var response = await api.DownloadAsync($"/v1/sessions/{sessionId}/events/stream", TestApi.Beta);
        ((int)response.StatusCode).ShouldBe(200);
        return new RawStream(api, await response.Content.ReadAsStreamAsync(api.Cancellation));
    }

    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>Reads until the bytes contain a value or the stream ends.</summary>
    public async Task ReadUntilAsync(byte[] awaited)
    {
        var looked = 0;
        while (CollectionsMarshal.AsSpan(_read)[Math.Max(0, looked - awaited.Length)..].IndexOf(awaited) < 0 && Error is null)
        {
            looked = _read.Count;
            await ReadAsync(_read.Count + 1);
        }
    }

    /// <summary>Reads to the end, or until a number of bytes is reached.</summary>
    public async Task<RawStream> ReadAsync(int atMost = int.MaxValue)
    {
        var buffer = new byte[1024];
        try
        {
            while (_read.Count < atMost && await _body.ReadAsync(buffer, _api.Cancellation) is > 0 and var count)
            {
                _read.AddRange(buffer.AsSpan(0, count));
            }
        }
        catch (IOException broken)
        {
            Error = broken;
        }

        return this;
    }
}
