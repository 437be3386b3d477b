namespace Net8User;

internal static class Check
{
    public static void That(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Not as expected: {what}");
        }
    }
}
