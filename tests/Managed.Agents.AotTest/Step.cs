namespace Managed.Agents.AotTest;

/// <summary>Prints what was done, and ends the program when it did not go well.</summary>
internal static class Step
{
    public static void Check(string walk, string step, bool holds)
    {
        Console.WriteLine($"{walk}: {step}{(holds ? "" : " — FAILED")}");
        if (!holds)
        {
            throw new InvalidOperationException($"{walk}: {step} does not hold.");
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
