namespace Managed.Agents.Emulator;

/// <summary>A script asks for something its agent cannot do.</summary>
internal sealed class ScriptException(string message) : Exception(message);
