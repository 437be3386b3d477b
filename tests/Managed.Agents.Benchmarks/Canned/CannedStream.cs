using System.Text;

namespace Managed.Agents.Benchmarks.Canned;

/// <summary>A session's event stream as the API sends it, the same bytes every time.</summary>
internal sealed class CannedStream
{
    private CannedStream(byte[] bytes, int events, double dataBytesPerEvent)
    {
        Bytes = bytes;
        Events = events;
        DataBytesPerEvent = dataBytesPerEvent;
    }

    public byte[] Bytes { get; }

    public int Events { get; }

    /// <summary>The average length of the JSON behind <c>data:</c>.</summary>
    public double DataBytesPerEvent { get; }

    /// <summary>Turn after turn; the last event is <c>session.status_terminated</c>, after which the server closes.</summary>
    public static CannedStream Build(int events)
    {
        var bytes = new MemoryStream();
        var written = 0;
        long data = 0;
        foreach (var (type, json) in CannedSession.Events().Take(events - 1).Append(CannedSession.Terminated(events)))
        {
            bytes.Write(Encoding.UTF8.GetBytes($"event: {type}\ndata: "));
            var start = bytes.Position;
            bytes.Write(Encoding.UTF8.GetBytes(json));
            data += bytes.Position - start;
            bytes.Write("\n\n"u8);
            written++;
        }

        return new CannedStream(bytes.ToArray(), written, (double)data / written);
    }
}
