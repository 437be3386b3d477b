namespace Managed.Agents.Emulator;

/// <summary>The current turn, for code in a script.</summary>
public sealed class ScriptTurn
{
    private readonly Turn _turn;

    internal ScriptTurn(Turn turn)
    {
        _turn = turn;
    }

    /// <summary>The text that started the turn: the user's message or the description of the outcome.</summary>
    public string Text => InputText.Of(_turn.Input);

    /// <summary>The text of the last tool result in this turn, or an empty string.</summary>
    public string LastResultText => _turn.LastResultText;

    /// <summary>The id of the session.</summary>
    public string SessionId => _turn.Engine.Session.Id;

    /// <summary>The name of the agent.</summary>
    public string AgentName => _turn.Thread.AgentName;
}
