using Managed.Agents.Emulator;

namespace Quickstart;

/// <summary>An emulator whose script replaces the model.</summary>
internal static class ScriptedEmulator
{
    public static async Task<AgentsEmulator> StartAsync()
    {
        var emulator = await AgentsEmulator.StartAsync();
        emulator.OnUserMessage(text => text.Contains("fibonacci.py", StringComparison.Ordinal))
            .Think()
            .UseTool("write", """{"file_path": "fibonacci.py", "content": "def fibonacci(count): ..."}""", "Wrote fibonacci.py")
            .UseTool("bash", """{"command": "python fibonacci.py | tee fibonacci.txt"}""", "0 1 1 2 3 5 8 13 21 34 55 89 144 233 377 610 987 1597 2584 4181")
            .Reply("fibonacci.py prints the first 20 Fibonacci numbers, from 0 to 4181. They are saved in fibonacci.txt.");
        emulator.OnUserMessage(text => text.Contains("add a test", StringComparison.Ordinal))
            .UseTool("write", """{"file_path": "test_fibonacci.py", "content": "from fibonacci import fibonacci ..."}""", "Wrote test_fibonacci.py")
            .UseTool("bash", """{"command": "pytest -q"}""", "2 passed in 0.01s")
            .Reply("test_fibonacci.py checks the first numbers and the length. Both tests pass.");
        return emulator;
    }
}
