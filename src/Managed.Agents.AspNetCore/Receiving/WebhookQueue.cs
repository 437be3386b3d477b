using System.Threading.Channels;
using Managed.Agents.Webhooks;
using Microsoft.Extensions.Logging;

namespace Managed.Agents.AspNetCore;

/// <summary>The webhooks of one route that were acknowledged and are not handled yet.</summary>
internal sealed class WebhookQueue(WebhookQueueOptions options, WebhookProcessor processor, ILogger logger) : IDisposable
{
    private readonly object _gate = new();
    private readonly Channel<WebhookDelivery> _deliveries = Channel.CreateBounded<WebhookDelivery>(
        new BoundedChannelOptions(options.Capacity) { FullMode = BoundedChannelFullMode.Wait });

    private readonly CancellationTokenSource _abort = new();
    private Task[]? _workers;

    /// <returns><see langword="false"/> when the queue is full or the host is stopping.</returns>
    public bool TryAdd(WebhookDelivery delivery)
    {
        lock (_gate)
        {
            _workers ??= [.. Enumerable.Range(0, options.Concurrency).Select(_ => Task.Run(WorkAsync))];
        }

        return _deliveries.Writer.TryWrite(delivery);
    }

    /// <summary>
    /// Accepts no more webhooks and handles the queued ones until the token is canceled. The claims of the remaining webhooks are
    /// released, and their number is logged.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _deliveries.Writer.TryComplete();
        Task[] workers;
        lock (_gate)
        {
            workers = _workers ?? [];
        }

        var registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _abort);
        await using (registration.ConfigureAwait(false))
        {
            await Task.WhenAll(workers).ConfigureAwait(false);
        }

        var dropped = 0;
        while (_deliveries.Reader.TryRead(out var delivery))
        {
            dropped++;
            await processor.DropAsync(delivery).ConfigureAwait(false);
        }

        if (dropped > 0)
        {
            logger.QueueNotEmpty(processor.Name, dropped);
        }
    }

    public void Dispose() => _abort.Dispose();

    private async Task WorkAsync()
    {
        while (!_abort.IsCancellationRequested && await _deliveries.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            while (!_abort.IsCancellationRequested && _deliveries.Reader.TryRead(out var delivery))
            {
                await processor.RunQueuedAsync(delivery, _abort.Token).ConfigureAwait(false);
            }
        }
    }
}
