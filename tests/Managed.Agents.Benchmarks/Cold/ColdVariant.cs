namespace Managed.Agents.Benchmarks.Cold;

/// <summary>The names of the measured programs.</summary>
internal static class ColdVariant
{
    /// <summary>No client: the start of the runtime only.</summary>
    public const string Runtime = "runtime";

    public const string Peer = "peer";

    public const string Direct = "direct";

    public const string Container = "container";
}
