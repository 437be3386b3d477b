namespace Managed.Agents;

/// <summary>Applies the rules to one fact: the state so far, and the effects so far.</summary>
internal sealed class TurnStep(TurnState state)
{
    private readonly List<TurnEffect> _effects = [];

    public TurnState State { get; set; } = state;

    public TurnPlan Plan => State.Plan;

    public IReadOnlyList<TurnEffect> Effects => _effects;

    public void Require(TurnEffect effect) => _effects.Add(effect);

    /// <summary>Starts an operation and waits for its fact.</summary>
    public void Ask(TurnOperation operation, TurnEffect effect)
    {
        State = State with { Operation = operation };
        Require(effect);
    }

    public void Finish(TurnEnding ending, IReadOnlyList<PendingAction>? pending = null)
    {
        State = State with { IsFinished = true };
        Require(new TurnEffect.Finish(ending, pending ?? []));
    }

    public void Fail(Exception problem)
    {
        State = State with { IsFinished = true };
        Require(new TurnEffect.Fail(problem));
    }
}
