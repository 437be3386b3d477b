namespace Managed.Agents.Benchmarks.Cold;

/// <summary>Our client's start. Not there until the client is.</summary>
internal static class OurColdStart
{
    public static bool Exists => false;

    public static Task<string> DirectAsync() => throw new NotSupportedException();

    public static Task<string> ContainerAsync() => throw new NotSupportedException();
}
