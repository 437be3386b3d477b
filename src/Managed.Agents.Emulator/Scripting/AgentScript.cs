namespace Managed.Agents.Emulator;

/// <summary>
/// What an agent does when a message comes: the steps of one turn, in the words of the API. The emulator adds what every turn has around
/// them: status events, model requests, usage, and the pause before a call that needs the client.
/// </summary>
/// <remarks>A step that its agent cannot take, such as a tool it lacks, ends the session with a <c>session.error</c> that says so.</remarks>
public sealed partial class AgentScript
{
    private readonly List<List<ScriptStep>> _turns = [[]];
    private int _usesLeft = int.MaxValue;

    internal AgentScript()
    {
    }

    /// <summary>Shows a sign of thinking; the thought itself is never sent.</summary>
    public AgentScript Think() => Add(new ThinkStep());

    /// <summary>Says something.</summary>
    public AgentScript Reply(string text) => Reply(_ => text);

    /// <summary>Says something that depends on what happened before.</summary>
    public AgentScript Reply(Func<ScriptTurn, string> text) => Add(new ReplyStep(text));

    /// <summary>Is busy for a while, on the emulator's clock, with a model request open. An interrupt ends it.</summary>
    public AgentScript Work(TimeSpan time) => Add(new WorkStep(turn => turn.Gate.DelayAsync(time)));

    /// <summary>Is busy until a task has ended, with a model request open. An interrupt ends it.</summary>
    /// <param name="work">The task; its token is cancelled by an interrupt.</param>
    public AgentScript Work(Func<CancellationToken, Task> work) => Add(new WorkStep(turn => turn.Gate.WaitAsync(work)));

    /// <summary>Says something bit by bit, spread evenly over a time on the emulator's clock, so that streams with previews see it grow.</summary>
    public AgentScript Reply(string text, TimeSpan over) => Add(new StreamedReplyStep(text, over));

    /// <summary>Sets the tokens of the next model request, which are estimated otherwise.</summary>
    public AgentScript Spend(long inputTokens, long outputTokens, long cacheCreationTokens = 0, long cacheReadTokens = 0) =>
        Add(new UsageStep(new RequestUsage(inputTokens, outputTokens, cacheCreationTokens, cacheReadTokens)));

    /// <summary>What follows is for the next matching message of the same session. The last turn written is repeated from then on.</summary>
    public AgentScript NextTime()
    {
        lock (_turns)
        {
            _turns.Add([]);
            return this;
        }
    }

    /// <summary>Lets the script answer one message only, of whichever session; afterwards earlier scripts have their say again.</summary>
    public AgentScript Once()
    {
        lock (_turns)
        {
            _usesLeft = 1;
            return this;
        }
    }

    /// <summary>Claims the script for a turn, or says that it is used up.</summary>
    internal bool TryUse()
    {
        lock (_turns)
        {
            return _usesLeft-- > 0;
        }
    }

    internal IReadOnlyList<ScriptStep> Turn(int number)
    {
        lock (_turns)
        {
            return [.. _turns[Math.Min(number, _turns.Count - 1)]];
        }
    }

    private AgentScript Add(ScriptStep step)
    {
        lock (_turns)
        {
            _turns[^1].Add(step);
            return this;
        }
    }
}
