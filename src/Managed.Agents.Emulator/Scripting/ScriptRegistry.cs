using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The scripts of an emulator. The last one added that matches an input runs.</summary>
internal sealed class ScriptRegistry
{
    private readonly object _gate = new();
    private readonly List<Entry> _entries = [];

    public AgentScript Add(string inputType, Func<string, bool> matches, string? agent)
    {
        var script = new AgentScript();
        lock (_gate)
        {
            _entries.Insert(0, new Entry(inputType, matches, agent, script));
        }

        return script;
    }

    public IReadOnlyList<ScriptStep> Choose(SessionThread thread, JsonObject input)
    {
        var text = InputText.Of(input);
        Entry[] entries;
        lock (_gate)
        {
            entries = [.. _entries];
        }

        try
        {
            var entry = Array.Find(entries, entry => entry.InputType == input.Text("type")
                && (entry.Agent is null || entry.Agent == thread.AgentName) && entry.Matches(text) && entry.Script.TryUse());
            return entry is null ? DefaultScript.For(thread, text) : entry.Script.Turn(thread.CountTurn(entry.Script));
        }
        catch (Exception failure)
        {
            // The condition is a test's code. If it throws, the turn fails, not the request that sent the message.
            return [new InvalidScriptStep(failure)];
        }
    }

    private sealed record Entry(string InputType, Func<string, bool> Matches, string? Agent, AgentScript Script);
}
