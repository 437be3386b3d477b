using System.Net;

namespace Managed.Agents.Emulator.Tests;

/// <summary>So many zeros, made as they are sent.</summary>
public sealed class Zeros(long count) : HttpContent
{
    private static readonly byte[] Chunk = new byte[256 * 1024];

    /// <summary>The most memory that was in use while they were sent.</summary>
    public long MostMemory { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (long sent = 0; sent < count; sent += Chunk.Length)
        {
            await stream.WriteAsync(Chunk.AsMemory(0, (int)Math.Min(Chunk.Length, count - sent)));
            MostMemory = Math.Max(MostMemory, GC.GetTotalMemory(forceFullCollection: false));
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = count;
        return true;
    }
}
