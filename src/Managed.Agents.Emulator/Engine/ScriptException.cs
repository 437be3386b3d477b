namespace Managed.Agents.Emulator;

/// <summary>A script contains a step that its agent cannot perform.</summary>
internal sealed class ScriptException(string message) : Exception(message);
