namespace Managed.Agents.Emulator;

/// <summary>What the code inside a script can know about the turn it runs in.</summary>
public sealed class ScriptTurn
{
    private readonly Turn _turn;

    internal ScriptTurn(Turn turn)
    {
        _turn = turn;
    }

    /// <summary>The text that started the turn: the user's message or the outcome's description.</summary>
    public string Text => InputText.Of(_turn.Input);

    /// <summary>The text of the last tool result in this turn, or an empty string.</summary>
    public string LastResultText => _turn.LastResultText;

    /// <summary>The session's id.</summary>
    public string SessionId => _turn.Engine.Session.Id;

    /// <summary>The name of the agent whose turn it is.</summary>
    public string AgentName => _turn.Thread.AgentName;
}
