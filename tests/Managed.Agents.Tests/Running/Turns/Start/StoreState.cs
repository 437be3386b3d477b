namespace Managed.Agents.Tests.Running.Turns.Start;

/// <summary>What the tool call store holds when a turn is resumed, and how it behaves.</summary>
internal enum StoreState
{
    /// <summary>It has no records.</summary>
    Empty,

    /// <summary>It has a record of each call: claimed, claimed by a process that has left, completed, answered, or released.</summary>
    Full,

    /// <summary>Its operations throw.</summary>
    Failing,

    /// <summary>It reports writes as stored and loses them.</summary>
    LosesWrites,
}
