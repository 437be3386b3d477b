namespace Managed.Agents.Emulator;

/// <summary>Thrown to leave the steps of a turn that was interrupted or whose session has ended.</summary>
internal sealed class TurnEndedException : Exception;
