using System.Collections.Immutable;

namespace Managed.Agents.Emulator;

/// <summary>Every fault of an emulator, in the order in which they were set up.</summary>
internal sealed class FaultBook
{
    private ImmutableArray<Fault> _faults = [];
    private int _count;

    public StreamCutter Cutter { get; } = new();

    public IReadOnlyList<Fault> Active => [.. _faults.Where(static fault => fault.IsActive)];

    public TFault Add<TFault>(TFault fault)
        where TFault : Fault
    {
        fault.Enlist(Interlocked.Increment(ref _count));

        // Spent ones go on the way, so that a long test does not collect them.
        ImmutableInterlocked.Update(ref _faults, static (all, added) => all.RemoveAll(static old => !old.IsActive).Add(added), (Fault)fault);
        return fault;
    }

    public void Clear()
    {
        foreach (var fault in ImmutableInterlocked.InterlockedExchange(ref _faults, []))
        {
            fault.Remove();
        }
    }

    /// <summary>The faults of a kind that can strike something of a session.</summary>
    public IEnumerable<TFault> For<TFault>(string? sessionId)
        where TFault : Fault => _faults.OfType<TFault>().Where(fault => fault.IsFor(sessionId));
}
