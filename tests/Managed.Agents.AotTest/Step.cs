namespace Managed.Agents.AotTest;

/// <summary>Prints a step and fails if its result is not the expected one.</summary>
internal static class Step
{
    public static void Check(string walk, string step, bool holds)
    {
        Console.WriteLine($"{walk}: {step}{(holds ? "" : " — FAILED")}");
        if (!holds)
        {
            throw new InvalidOperationException($"{walk}: the step '{step}' failed.");
        }
    }

    public static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
        {
            all.Add(item);
        }

        return all;
    }
}
