using System.Collections.Immutable;

namespace Managed.Agents.Emulator;

/// <summary>Every fault of an emulator, in the order in which they were set up.</summary>
internal sealed class FaultBook
{
    private const int Remembered = 200;

    private ImmutableArray<Fault> _faults = [];
    private int _count;

    public StreamCutter Cutter { get; } = new();

    public IReadOnlyList<Fault> Active => [.. _faults.Where(static fault => fault.IsActive)];

    public TFault Add<TFault>(TFault fault)
        where TFault : Fault
    {
        fault.Enlist(Interlocked.Increment(ref _count));

        // Spent ones can still be asked how often they struck, but a long test does not collect them.
        ImmutableInterlocked.Update(ref _faults, static (all, added) => (all.Length < Remembered ? all : all.RemoveAll(static old => !old.IsActive)).Add(added), (Fault)fault);
        return fault;
    }

    public Fault? Find(string id) => _faults.FirstOrDefault(fault => fault.Id == id);

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
