using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Managed.Agents.Emulator;

/// <summary>The script that runs when no other script matches. Its messages name the emulator, and its events have a realistic order.</summary>
internal static partial class DefaultScript
{
    public static IReadOnlyList<ScriptStep> For(SessionThread thread, string text)
    {
        var script = new AgentScript().Think();
        var file = FileName().Match(text);
        if (file.Success && AgentTools.Find(thread.Agent, "write") is { Enabled: true })
        {
            var path = $"/workspace/{file.Value}";
            script.UseTool("write", new JsonObject { ["file_path"] = path, ["content"] = Content(file.Value) }, result: $"File created successfully at: {path}");
            script.Reply($"I wrote {path}. (This is the Managed Agents emulator. No file was written.)");
        }
        else if (AgentTools.CustomNamedIn(thread.Agent, text) is { } tool)
        {
            script.CallCustomTool(tool).Reply(turn => $"{tool} says: {turn.LastResultText} (This is the Managed Agents emulator.)");
        }
        else
        {
            script.Reply($"This is the Managed Agents emulator. {thread.AgentName} received: {text}");
        }

        return script.Turn(0);
    }

    private static string Content(string file) => file.EndsWith(".py", StringComparison.OrdinalIgnoreCase)
        ? """
          def fibonacci(count):
              numbers, a, b = [], 0, 1
              for _ in range(count):
                  numbers.append(a)
                  a, b = b, a + b
              return numbers


          if __name__ == "__main__":
              print(fibonacci(20))
          """
        : $"{file}, written by the Managed Agents emulator.\n";

    [GeneratedRegex(@"\b[\w-]+\.(?:py|js|ts|cs|sh|md|txt|csv|json|html|css|sql|ya?ml)\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileName();
}
