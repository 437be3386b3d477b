using Managed.Agents.Emulator;

namespace CustomTools;

/// <summary>An emulator whose agent deploys to staging and then to production.</summary>
internal static class ScriptedEmulator
{
    public static async Task<AgentsEmulator> StartAsync()
    {
        var emulator = await AgentsEmulator.StartAsync();
        emulator.OnAnyUserMessage()
            .Reply("Staging first.")
            .CallCustomTool("deploy", """{"service":"shop","target":"staging"}""")
            .Reply("That went well. Now production.")
            .CallCustomTool("deploy", """{"service":"shop","target":"production"}""")
            .Reply(static turn => $"Done: {turn.LastResultText}");
        return emulator;
    }
}
