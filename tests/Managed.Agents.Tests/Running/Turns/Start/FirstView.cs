namespace Managed.Agents.Tests.Running.Turns.Start;

/// <summary>Where the service shows new events first.</summary>
internal enum FirstView
{
    /// <summary>The history has an event before the stream shows it.</summary>
    History,

    /// <summary>The stream shows an event before the history has it.</summary>
    Stream,
}
