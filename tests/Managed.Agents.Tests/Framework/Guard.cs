namespace Managed.Agents.Tests.Framework;

/// <summary>Makes a hanging test fail. The timeout is far above what any test needs.</summary>
internal static class Guard
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static Task Guarded(this Task task) => task.WaitAsync(Limit);

    public static Task<T> Guarded<T>(this Task<T> task) => task.WaitAsync(Limit);

    public static Task<T> Guarded<T>(this ValueTask<T> task) => task.AsTask().WaitAsync(Limit);

    public static Task Guarded(this ValueTask task) => task.AsTask().WaitAsync(Limit);
}
