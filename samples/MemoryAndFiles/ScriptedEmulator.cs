using Managed.Agents.Emulator;

namespace MemoryAndFiles;

/// <summary>An emulator whose script replaces the model and its sandbox.</summary>
internal static class ScriptedEmulator
{
    public static Task<AgentsEmulator> StartAsync() => AgentsEmulator.StartAsync();

    public static void WriteScript(AgentsEmulator emulator, string storeId) => emulator.OnAnyUserMessage()
        .UseTool("bash", """{"command": "cat /mnt/memory/invoice-rules/*/*.md"}""", "Amounts without a currency are euros. Acme sends its invoices in dollars.")
        .UseTool("read", """{"file_path": "/mnt/session/uploads/invoices.csv"}""", "supplier,amount\nAcme,100\nGlobex,250")
        .Reply(turn =>
        {
            emulator.AddSessionOutput(turn.SessionId, "/mnt/session/outputs/report.md", "| Currency | Sum |\n| --- | --- |\n| USD | 100 |\n| EUR | 250 |\n"u8);
            emulator.WriteMemory(storeId, "/suppliers/globex.md", "Globex sends its invoices in euros.", turn.SessionId);
            return "Acme's 100 are dollars, Globex's 250 are euros. The report is in report.md, and I saved a memory about Globex.";
        });
}
