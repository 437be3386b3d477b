namespace Managed.Agents;

/// <summary>What a turn waits for.</summary>
internal enum TurnWait
{
    /// <summary>The turn has ended.</summary>
    Nothing,

    /// <summary>The stream is being opened.</summary>
    Opening,

    /// <summary>The input is being sent.</summary>
    Input,

    /// <summary>An operation is running. See <see cref="TurnOperation"/>.</summary>
    Operation,

    /// <summary>Calls are running or their answers are being sent. Each has its own timeouts.</summary>
    Calls,

    /// <summary>The feed has not delivered all that happened before the connection was opened.</summary>
    History,

    /// <summary>The session has its answers and must continue before a timer elapses.</summary>
    Timer,

    /// <summary>The session is running. It reports when it becomes idle or ends.</summary>
    Session,
}

/// <summary>An operation that a turn waits for.</summary>
internal enum TurnOperation
{
    ReadAgain,
    CheckCalls,
    ReadStatus,
    CheckBudget,
    DecideBudget,
}

/// <summary>The state of the input of a turn.</summary>
internal enum InputStage
{
    /// <summary>There is no input.</summary>
    None,

    Unsent,

    Sending,

    /// <summary>The session waits for answers and rejects the input. It is sent when the session continues.</summary>
    Held,

    Sent,
}
