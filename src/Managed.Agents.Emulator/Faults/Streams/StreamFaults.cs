namespace Managed.Agents.Emulator;

/// <summary>What the faults have in store for one open stream. Drawn when it opens.</summary>
internal sealed class StreamFaults : IDisposable
{
    private readonly List<(StreamEndFault Fault, long At)> _ends = [];
    private readonly List<(EventFault Fault, Random Dice)> _events = [];

    public StreamFaults(FaultBook book, string? sessionId)
    {
        foreach (var fault in book.For<StreamEndFault>(sessionId))
        {
            var dice = fault.NextDice();
            if (fault.Fits(dice) && fault.TryClaim())
            {
                _ends.Add((fault, fault.Position.Draw(dice)));
            }
        }

        foreach (var fault in book.For<EventFault>(sessionId))
        {
            _events.Add((fault, fault.NextDice()));
        }

        foreach (var fault in book.For<SplitFault>(sessionId))
        {
            var dice = fault.NextDice();
            PieceSize = fault.Strikes(dice) ? () => fault.Draw(dice) : PieceSize;
        }

        foreach (var fault in book.For<KeepAliveFault>(sessionId))
        {
            OmitsKeepAlives |= fault.Strikes(fault.NextDice());
        }
    }

    /// <summary>Whether the stream may end in the middle of the response.</summary>
    public bool MayCut => _ends.Exists(static end => end.Fault.End is StreamEnd.Cut);

    public bool OmitsKeepAlives { get; }

    /// <summary>The size of the next piece; null for a stream in one piece.</summary>
    public Func<int>? PieceSize { get; }

    /// <summary>What becomes of a frame on its way.</summary>
    public IReadOnlyList<SseFrame> Show(SseFrame frame)
    {
        IReadOnlyList<SseFrame> shown = [frame];
        foreach (var (fault, dice) in _events)
        {
            shown = [.. shown.SelectMany(each => fault.Apply(each, dice) ?? [each])];
        }

        return shown;
    }

    /// <summary>The fault that ends the stream now that so much of it has been written, with the byte it ends at.</summary>
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
            if (fault.StrikeClaimed())
            {
                return (fault, first.At);
            }
        }

        return null;
    }

    /// <summary>What did not strike this stream can strike another.</summary>
    public void Dispose()
    {
        foreach (var (fault, _) in _ends)
        {
            fault.Release();
        }

        _ends.Clear();
    }
}
