namespace Managed.Agents.AspNetCore;

/// <summary>Disposes what no container knows.</summary>
internal static class Disposal
{
    public static async ValueTask OfAsync(object made)
    {
        if (made is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            (made as IDisposable)?.Dispose();
        }
    }
}
