using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Every script of an emulator. The last one written that fits a message is the one that answers it.</summary>
internal sealed class ScriptBook
{
    private readonly List<Entry> _entries = [];

    public AgentScript Add(string inputType, Func<string, bool> matches, string? agent)
    {
        var script = new AgentScript();
        lock (_entries)
        {
            _entries.Insert(0, new Entry(inputType, matches, agent, script));
        }

        return script;
    }

    public IReadOnlyList<ScriptStep> Choose(SessionThread thread, JsonObject input)
    {
        var text = InputText.Of(input);
        Entry[] entries;
        lock (_entries)
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
            // The condition is the test's own code. Its failure belongs to the turn, not to the request that sent the message.
            return [new BrokenStep(failure)];
        }
    }

    private sealed record Entry(string InputType, Func<string, bool> Matches, string? Agent, AgentScript Script);
}
