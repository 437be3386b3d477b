namespace Managed.Agents.Tests.Running.Turns.Start;

/// <summary>The recorded histories, by subject.</summary>
internal static partial class RecordedHistories
{
    public static IReadOnlyList<RecordedHistory> All { get; } =
        [.. Calls(), .. Answers(), .. Confirmations(), .. Interrupts(), .. Threads(), .. Workflows(), .. Endings(), .. Sequences()];

    private static RecordedHistory Named(string name) => new(name);
}
