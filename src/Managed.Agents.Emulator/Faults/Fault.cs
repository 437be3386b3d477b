using System.Globalization;

namespace Managed.Agents.Emulator;

/// <summary>A fault that was added to an emulator. Reports how often it took effect, and can be removed.</summary>
public abstract class Fault
{
    private readonly FaultTerms _terms;
    private int _number;
    private int _occasions;
    private int _reservations;
    private int _hits;
    private volatile bool _isRemoved;

    private protected Fault(FaultTerms terms)
    {
        _terms = terms;
    }

    /// <summary>The id of the fault in its emulator, such as <c>fault_1</c>. Faults are numbered in the order in which they were added.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"fault_{_number}");

    /// <summary>The number of times the fault took effect.</summary>
    public int Hits => Volatile.Read(ref _hits);

    /// <summary>Whether the fault can take effect again: it was not removed and has not reached its limit.</summary>
    public bool IsActive => !_isRemoved && Hits < _terms.Times;

    /// <summary>Removes the fault. Past effects remain. Removing it twice has no effect.</summary>
    public void Remove() => _isRemoved = true;

    /// <summary>Returns the id, the target and the effect, as the control endpoint names them, such as <c>fault_1: streams, cut</c>.</summary>
    public override string ToString() => $"{Id}: {_terms.Target}, {_terms.Action}";

    internal void SetNumber(int number) => _number = number;

    internal FaultTerms Terms => _terms;

    internal bool AppliesTo(string? sessionId) => IsActive && (_terms.SessionId is null || _terms.SessionId == sessionId);

    /// <summary>
    /// Creates the random source for one occasion: a stream, a list or a request. Each occasion has its own source, so that the result
    /// does not depend on what happens to others at the same time.
    /// </summary>
    internal Random NextRandom() => FaultRandom.Create(_terms.Seed, _number, Interlocked.Increment(ref _occasions));

    /// <summary>Draws whether the fault takes effect, and counts a hit if it does.</summary>
    internal bool TryHit(Random random) => IsDrawn(random) && TryHit();

    /// <summary>Draws by the rate whether the fault takes effect.</summary>
    internal bool IsDrawn(Random random) => random.NextDouble() < _terms.Rate;

    internal bool TryHit() => TryReserve() && TryUseReservation();

    /// <summary>
    /// Reserves a hit that takes effect later, unless the limit is reached. Without reservations, timing would determine which stream is
    /// affected. Ends with
    /// <see cref="TryUseReservation"/> or <see cref="ReleaseReservation"/>.
    /// </summary>
    internal bool TryReserve()
    {
        while (!_isRemoved && Volatile.Read(ref _reservations) is var reservations && reservations < _terms.Times)
        {
            if (Interlocked.CompareExchange(ref _reservations, reservations + 1, reservations) == reservations)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Counts the reserved hit, unless the fault was removed in the meantime.</summary>
    internal bool TryUseReservation()
    {
        if (_isRemoved)
        {
            return false;
        }

        Interlocked.Increment(ref _hits);
        return true;
    }

    /// <summary>Releases a reserved hit, so that the fault can take effect elsewhere.</summary>
    internal void ReleaseReservation() => Interlocked.Decrement(ref _reservations);
}
