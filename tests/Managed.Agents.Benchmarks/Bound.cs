namespace Managed.Agents.Benchmarks;

/// <summary>The maximum of a measured ratio.</summary>
internal sealed record Bound(string Name, double AtMost)
{
    public static readonly Bound DecodeTimeToPeer = new("decode time, ours / peer", 0.35);
    public static readonly Bound DecodeBytesToPeer = new("decode bytes, ours / peer", 0.18);
    public static readonly Bound DecodeTimeToFloor = new("decode time, ours / floor", 1.20);
    public static readonly Bound FollowTimeToStream = new("decode time, FollowAsync / StreamAsync", 1.15);
    public static readonly Bound WebhookTimeToParts = new("webhook: verify + read / (HMAC + 2 × plain parse)", 1.00);
    public static readonly Bound TurnTimeToPlain = new("turn, RunAsync / StreamAsync + SendAsync", 1.80);
    public static readonly Bound TurnTimeInLongSession = new("turn, after 5,000 messages / in a new session", 1.10);
    public static readonly Bound ColdDirect = new("cold start, ours direct / peer", 0.60);
    public static readonly Bound ColdContainer = new("cold start, ours through the container / peer", 0.90);

    /// <summary>Prints the ratio and its bound, and returns whether the ratio is within it.</summary>
    public bool Check(double ratio)
    {
        var holds = ratio <= AtMost;
        Console.WriteLine($"  {(holds ? "PASS" : "FAIL")}  {Name,-46} {ratio:F3}  (at most {AtMost:F2})");
        return holds;
    }
}
