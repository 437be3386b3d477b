using System.Collections.Immutable;

namespace Managed.Agents.Emulator;

/// <summary>The faults of an emulator, in the order in which they were added.</summary>
internal sealed class FaultRegistry
{
    private const int MaxInactive = 200;

    private ImmutableArray<Fault> _faults = [];
    private int _count;

    public OpenStreamInterrupter OpenStreams { get; } = new();

    public IReadOnlyList<Fault> Active => [.. _faults.Where(static fault => fault.IsActive)];

    public TFault Add<TFault>(TFault fault)
        where TFault : Fault
    {
        fault.SetNumber(Interlocked.Increment(ref _count));

        // Callers can still read the hits of inactive faults. The registry drops them, so that a long test does not accumulate them.
        ImmutableInterlocked.Update(ref _faults, static (all, added) => (all.Length < MaxInactive ? all : all.RemoveAll(static old => !old.IsActive)).Add(added), (Fault)fault);
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

    /// <summary>Gets the active faults of a kind that apply to a session.</summary>
    public IEnumerable<TFault> ActiveFor<TFault>(string? sessionId)
        where TFault : Fault => _faults.OfType<TFault>().Where(fault => fault.AppliesTo(sessionId));
}
