namespace Managed.Agents.Emulator;

/// <summary>
/// The script of one turn: the steps that the agent performs. The emulator adds status events, model requests, usage, and the pause while
/// a call waits for the client.
/// </summary>
/// <remarks>
/// A step that the agent cannot perform, such as a call of a tool that it does not have, ends the session with a <c>session.error</c> that
/// explains it.
/// </remarks>
public sealed partial class AgentScript
{
    private readonly object _gate = new();
    private readonly List<List<ScriptStep>> _turns = [[]];
    private int _usesLeft = int.MaxValue;

    internal AgentScript()
    {
    }

    /// <summary>Emits <c>agent.thinking</c>. The API never sends the content of the thinking.</summary>
    public AgentScript Think() => Add(new ThinkStep());

    /// <summary>Sends a message.</summary>
    /// <param name="text">The text of the message.</param>
    public AgentScript Reply(string text) => Reply(_ => text);

    /// <summary>Sends a message that depends on the turn so far.</summary>
    /// <param name="text">Returns the text of the message.</param>
    public AgentScript Reply(Func<ScriptTurn, string> text) => Add(new ReplyStep(text));

    /// <summary>Waits on the emulator's clock while a model request is open. An interrupt ends the delay.</summary>
    /// <param name="delay">The delay.</param>
    public AgentScript Delay(TimeSpan delay) => Add(new WaitStep(turn => turn.Gate.DelayAsync(delay)));

    /// <summary>Waits for a task while a model request is open. An interrupt stops the wait.</summary>
    /// <param name="work">Starts the task. Its token is cancelled by an interrupt.</param>
    public AgentScript WaitFor(Func<CancellationToken, Task> work) => Add(new WaitStep(turn => turn.Gate.WaitAsync(work)));

    /// <summary>Sends a message in pieces, spread evenly over a duration on the emulator's clock. Streams with previews receive the pieces.</summary>
    /// <param name="text">The text of the message.</param>
    /// <param name="duration">The time from the first piece to the message.</param>
    public AgentScript Reply(string text, TimeSpan duration) => Add(new StreamedReplyStep(text, duration));

    /// <summary>Sets the token counts of the next model request. Without it, they are estimated.</summary>
    /// <param name="inputTokens">The input tokens that are neither read from nor written to the cache.</param>
    /// <param name="outputTokens">The output tokens.</param>
    /// <param name="cacheCreationTokens">The input tokens written to the cache.</param>
    /// <param name="cacheReadTokens">The input tokens read from the cache.</param>
    public AgentScript UseTokens(long inputTokens, long outputTokens, long cacheCreationTokens = 0, long cacheReadTokens = 0) =>
        Add(new UsageStep(new RequestUsage(inputTokens, outputTokens, cacheCreationTokens, cacheReadTokens)));

    /// <summary>
    /// Adds a turn for the next matching message of the same session. The steps that follow belong to it. Later messages repeat the last
    /// turn.
    /// </summary>
    public AgentScript OnNextMessage()
    {
        lock (_gate)
        {
            _turns.Add([]);
            return this;
        }
    }

    /// <summary>Makes the script run for one message only, of any session. For later messages, scripts that were added earlier run.</summary>
    public AgentScript Once()
    {
        lock (_gate)
        {
            _usesLeft = 1;
            return this;
        }
    }

    /// <summary>Claims the script for a turn. Returns false if it is used up.</summary>
    internal bool TryUse()
    {
        lock (_gate)
        {
            return _usesLeft-- > 0;
        }
    }

    internal IReadOnlyList<ScriptStep> Turn(int number)
    {
        lock (_gate)
        {
            return [.. _turns[Math.Min(number, _turns.Count - 1)]];
        }
    }

    private AgentScript Add(ScriptStep step)
    {
        lock (_gate)
        {
            _turns[^1].Add(step);
            return this;
        }
    }
}
