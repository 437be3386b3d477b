namespace Managed.Agents.Emulator;

/// <summary>The faults of one open stream, drawn when it opens.</summary>
internal sealed class StreamFaults : IDisposable
{
    private readonly List<(StreamEndFault Fault, long At)> _ends = [];
    private readonly List<(EventFault Fault, Random Random)> _events = [];

    public StreamFaults(FaultRegistry registry, string? sessionId)
    {
        foreach (var fault in registry.ActiveFor<StreamEndFault>(sessionId))
        {
            var random = fault.NextRandom();
            if (fault.IsDrawn(random) && fault.TryReserve())
            {
                _ends.Add((fault, fault.Position.Draw(random)));
            }
        }

        foreach (var fault in registry.ActiveFor<EventFault>(sessionId))
        {
            _events.Add((fault, fault.NextRandom()));
        }

        foreach (var fault in registry.ActiveFor<SplitFault>(sessionId))
        {
            var random = fault.NextRandom();
            PieceSize = fault.TryHit(random) ? () => fault.Draw(random) : PieceSize;
        }

        foreach (var fault in registry.ActiveFor<KeepAliveFault>(sessionId))
        {
            OmitsKeepAlives |= fault.TryHit(fault.NextRandom());
        }
    }

    /// <summary>Whether the stream may end in the middle of the response.</summary>
    public bool MayCut => _ends.Exists(static end => end.Fault.End is StreamEnd.Cut);

    public bool OmitsKeepAlives { get; }

    /// <summary>Draws the size of the next piece; null if the stream is not split.</summary>
    public Func<int>? PieceSize { get; }

    /// <summary>Applies the event faults to a frame and returns the frames to send.</summary>
    public IReadOnlyList<SseFrame> Apply(SseFrame frame)
    {
        IReadOnlyList<SseFrame> frames = [frame];
        foreach (var (fault, random) in _events)
        {
            frames = [.. frames.SelectMany(each => fault.Apply(each, random) ?? [each])];
        }

        return frames;
    }

    /// <summary>Gets the fault that ends the stream after the written bytes and events, with the byte position of the end, or null.</summary>
    public (StreamEndFault Fault, long At)? Reached(long bytes, long events)
    {
        while (_ends.Count > 0)
        {
            var first = _ends.FindAll(end => end.At <= (end.Fault.Position.CountsEvents ? events : bytes))
                .Select(end => (Place: end, At: end.Fault.IsExact ? end.At : bytes))
                .OrderBy(static end => end.At)
                .FirstOrDefault();
            if (first.Place.Fault is not { } fault)
            {
                return null;
            }

            _ends.Remove(first.Place);
            if (fault.TryUseReservation())
            {
                return (fault, first.At);
            }
        }

        return null;
    }

    /// <summary>Releases the reserved hits, so that they can apply to another stream.</summary>
    public void Dispose()
    {
        foreach (var (fault, _) in _ends)
        {
            fault.ReleaseReservation();
        }

        _ends.Clear();
    }
}
