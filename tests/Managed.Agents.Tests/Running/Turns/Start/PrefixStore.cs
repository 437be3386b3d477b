using Managed.Agents.Tests.Framework;
using Managed.Agents.Tests.Running.Tools.Claims;

namespace Managed.Agents.Tests.Running.Turns.Start;

/// <summary>The tool call store of a resumed turn, and which calls it lets run.</summary>
internal sealed class PrefixStore
{
    private readonly StoreState _state;
    private readonly int _variant;
    private readonly Dictionary<string, RecordKind> _records = new(StringComparer.Ordinal);

    private PrefixStore(StoreState state, int variant)
    {
        _state = state;
        _variant = variant;
    }

    private enum RecordKind
    {
        /// <summary>Another process runs the call, and leaves without a result.</summary>
        Claimed,

        /// <summary>The process that ran the call has left.</summary>
        Expired,

        /// <summary>The call has a result that the session does not have.</summary>
        Completed,

        /// <summary>The session has the answer, the record says.</summary>
        Answered,

        /// <summary>A process claimed the call and left before it started it.</summary>
        Released,
    }

    public required IToolCallStore Store { get; init; }

    /// <summary>Whether the store decides which of several calls run, so that only the most that may run is known.</summary>
    public bool IsUnpredictable => _state == StoreState.Failing;

    /// <summary>Creates a store. The variant selects the records, or the operations that fail.</summary>
    public static async Task<PrefixStore> CreateAsync(StoreState state, int variant, IEnumerable<RecordedEvent> events, DelaySkippingTimeProvider clock)
    {
        var inner = new InMemoryToolCallStore(clock);
        var created = new PrefixStore(state, variant)
        {
            Store = state switch
            {
                StoreState.Failing => (variant % 4) switch
                {
                    0 => Faulty(inner, isWrite: false, number: 1, StoreFault.Throws),
                    1 => Faulty(inner, isWrite: true, number: 1, StoreFault.Throws),
                    2 => Faulty(inner, isWrite: true, number: 2, StoreFault.Throws),
                    _ => Faulty(inner, isWrite: true, number: 1, StoreFault.ThrowsAfterEffect),
                },
                StoreState.LosesWrites => Faulty(inner, isWrite: variant % 3 != 0, number: 1, variant % 3 == 0 ? StoreFault.FindsNothing : StoreFault.LosesWrite),
                _ => inner,
            },
        };
        if (state == StoreState.Full)
        {
            await created.FillAsync(inner, events, clock);
        }

        return created;
    }

    /// <summary>Whether an open call may run that would run with an empty store.</summary>
    public bool LetsRun(RecordedCall call) => _state switch
    {
        StoreState.Full => _records[call.Id] == RecordKind.Released || (_records[call.Id] is RecordKind.Claimed or RecordKind.Expired && call.Tool == PrefixTools.Idempotent),
        StoreState.Failing => _variant % 4 > 1,
        _ => true,
    };

    private static FaultyToolCallStore Faulty(IToolCallStore inner, bool isWrite, int number, StoreFault fault) => new(inner, isWrite, number, isPermanent: true, fault, new CancellationTokenSource());

    private async Task FillAsync(InMemoryToolCallStore inner, IEnumerable<RecordedEvent> events, DelaySkippingTimeProvider clock)
    {
        foreach (var call in PrefixTools.RunnableCalls(events))
        {
            var kind = (RecordKind)((_records.Count + _variant) % 5);
            _records.Add(call.Id, kind);
            await inner.TryWriteAsync(
                new ToolCallRecord
                {
                    SessionId = RecordedService.SessionId,
                    CallId = call.Id,
                    ToolName = call.Text("name")!,
                    State = kind == RecordKind.Completed ? ToolCallState.Completed : kind == RecordKind.Answered ? ToolCallState.Answered : ToolCallState.Started,
                    Revision = 1,
                    Starts = kind == RecordKind.Released ? 0 : 1,
                    StartedAt = clock.GetUtcNow() - TimeSpan.FromMinutes(5),
                    LeaseUntil = kind == RecordKind.Claimed ? clock.GetUtcNow() + TimeSpan.FromSeconds(30) : clock.GetUtcNow() - TimeSpan.FromMinutes(1),
                    Result = kind == RecordKind.Completed ? ToolResult.FromText("done elsewhere") : null,
                },
                expectedRevision: 0);
        }
    }
}
