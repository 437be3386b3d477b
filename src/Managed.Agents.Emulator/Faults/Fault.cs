using System.Globalization;

namespace Managed.Agents.Emulator;

/// <summary>A fault that has been set up: how often it has struck, and the way to call it off.</summary>
public abstract class Fault
{
    private readonly FaultTerms _terms;
    private int _number;
    private int _meetings;
    private int _claims;
    private int _hits;
    private volatile bool _isRemoved;

    private protected Fault(FaultTerms terms)
    {
        _terms = terms;
    }

    /// <summary>The fault's name among those of its emulator, such as <c>fault_1</c>: they are numbered in the order in which they were set up.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"fault_{_number}");

    /// <summary>How often it has struck.</summary>
    public int Hits => Volatile.Read(ref _hits);

    /// <summary>Whether it can strike again: it was not removed and has not struck as often as it may.</summary>
    public bool IsActive => !_isRemoved && Hits < _terms.Times;

    /// <summary>Calls it off. What it has done stays done; calling it off twice does nothing.</summary>
    public void Remove() => _isRemoved = true;

    /// <summary>What it strikes and what happens, in the words of the control endpoint, such as <c>fault_1: streams, cut</c>.</summary>
    public override string ToString() => $"{Id}: {_terms.Target}, {_terms.Action}";

    internal void Enlist(int number) => _number = number;

    internal FaultTerms Terms => _terms;

    internal bool IsFor(string? sessionId) => IsActive && (_terms.SessionId is null || _terms.SessionId == sessionId);

    /// <summary>
    /// The dice of one meeting with what it may strike: a stream, a list, a request. Each has its own, so that what happens to one does not
    /// depend on what happens meanwhile to another.
    /// </summary>
    internal Random NextDice() => Dice.For(_terms.Seed, _number, Interlocked.Increment(ref _meetings));

    /// <summary>Throws the dice, and strikes if they say so.</summary>
    internal bool Strikes(Random dice) => Fits(dice) && TryStrike();

    /// <summary>Whether the dice let it strike.</summary>
    internal bool Fits(Random dice) => dice.NextDouble() < _terms.Rate;

    internal bool TryStrike() => TryClaim() && StrikeClaimed();

    /// <summary>
    /// Reserves a strike that comes later, unless none is left: who is struck must not depend on who gets there first. Ends with
    /// <see cref="StrikeClaimed"/> or <see cref="Release"/>.
    /// </summary>
    internal bool TryClaim()
    {
        while (!_isRemoved && Volatile.Read(ref _claims) is var claims && claims < _terms.Times)
        {
            if (Interlocked.CompareExchange(ref _claims, claims + 1, claims) == claims)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Strikes, unless it was called off meanwhile.</summary>
    internal bool StrikeClaimed()
    {
        if (_isRemoved)
        {
            return false;
        }

        Interlocked.Increment(ref _hits);
        return true;
    }

    /// <summary>Gives a claimed strike back, for others.</summary>
    internal void Release() => Interlocked.Decrement(ref _claims);
}
