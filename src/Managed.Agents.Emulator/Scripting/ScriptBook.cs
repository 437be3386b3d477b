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

        foreach (var entry in entries)
        {
            if (entry.InputType == input.Text("type") && (entry.Agent is null || entry.Agent == thread.AgentName) && entry.Matches(text) && entry.Script.TryUse())
            {
                return entry.Script.Turn(thread.CountTurn(entry.Script));
            }
        }

        return DefaultScript.For(thread, text);
    }

    private sealed record Entry(string InputType, Func<string, bool> Matches, string? Agent, AgentScript Script);
}
