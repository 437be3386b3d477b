namespace Managed.Agents.Benchmarks.Cold;

/// <summary>The names of the child processes.</summary>
internal static class ColdVariant
{
    /// <summary>No client at all: what the runtime itself takes to start.</summary>
    public const string Runtime = "runtime";

    public const string Peer = "peer";

    public const string Direct = "direct";

    public const string Container = "container";
}
