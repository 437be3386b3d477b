namespace Managed.Agents.Benchmarks.Cold;

/// <summary>The names of the measured programs.</summary>
internal static class ColdVariant
{
    /// <summary>The program without a client, which measures only the start of the runtime.</summary>
    public const string Runtime = "runtime";

    public const string Peer = "peer";

    public const string Direct = "direct";

    public const string Container = "container";
}
