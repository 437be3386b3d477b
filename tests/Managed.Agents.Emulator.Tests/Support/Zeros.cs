using System.Net;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Content of zeros, generated while it is sent.</summary>
public sealed class Zeros(long count) : HttpContent
{
    private static readonly byte[] Chunk = new byte[256 * 1024];

    /// <summary>The maximum memory in use while the content was sent.</summary>
    public long MaxMemory { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (long sent = 0; sent < count; sent += Chunk.Length)
        {
            await stream.WriteAsync(Chunk.AsMemory(0, (int)Math.Min(Chunk.Length, count - sent)));
            MaxMemory = Math.Max(MaxMemory, GC.GetTotalMemory(forceFullCollection: false));
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = count;
        return true;
    }
}
