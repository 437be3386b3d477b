namespace Managed.Agents;

/// <summary>Calls code of the application with a timeout. Code that ignores its token is abandoned.</summary>
internal static class BoundedCall
{
    /// <summary>Runs the code.</summary>
    /// <param name="run">The code.</param>
    /// <param name="timeout">The timeout, which starts when the code does not complete synchronously.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether the code completed before the timeout, and its value.</returns>
    /// <exception cref="OperationCanceledException">The operation was canceled, or the code threw it.</exception>
    public static async Task<(bool IsCompleted, T? Value)> RunAsync<T>(
        Func<CancellationToken, ValueTask<T>> run, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pending = run(stop.Token);
        if (pending.IsCompleted)
        {
            return (true, await pending.ConfigureAwait(false));
        }

        var running = pending.AsTask();
        try
        {
            return (true, await running.WaitAsync(timeout, time, cancellationToken).ConfigureAwait(false));
        }
        catch (TimeoutException) when (!running.IsFaulted)
        {
            await stop.CancelAsync().ConfigureAwait(false);
            Forget(running);
            return (false, default);
        }
        catch (OperationCanceledException) when (!running.IsCompleted)
        {
            // The token of the code may not be canceled yet.
            await stop.CancelAsync().ConfigureAwait(false);
            Forget(running);
            throw;
        }
    }

    /// <summary>Observes the exception of a task that nobody awaits.</summary>
    public static void Forget(Task running) =>
        _ = running.ContinueWith(static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
