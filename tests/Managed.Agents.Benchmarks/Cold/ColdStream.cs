namespace Managed.Agents.Benchmarks.Cold;

/// <summary>A constant stream of one turn, so that building it takes no time in the child process.</summary>
internal static class ColdStream
{
    public static byte[] Bytes => """
        event: user.message
        data: {"type":"user.message","id":"sevt_010000000000000000000001","content":[{"type":"text","text":"Why does the payment test fail?"}],"processed_at":"2026-11-03T08:00:00.137000Z"}

        event: session.status_running
        data: {"type":"session.status_running","id":"sevt_010000000000000000000002","processed_at":"2026-11-03T08:00:00.274000Z"}

        event: agent.message
        data: {"type":"agent.message","id":"sevt_010000000000000000000003","content":[{"type":"text","text":"It rounds half to even."}],"processed_at":"2026-11-03T08:00:00.411000Z"}

        event: session.status_terminated
        data: {"type":"session.status_terminated","id":"sevt_010000000000000000000004","processed_at":"2026-11-03T08:00:00.548000Z"}


        """u8.ToArray();
}
