using System.Threading.Channels;
using Managed.Agents.Webhooks;
using Microsoft.Extensions.Logging;

namespace Managed.Agents.AspNetCore;

/// <summary>Webhooks that were acknowledged and wait to be handled.</summary>
internal sealed class WebhookQueue(WebhookQueueOptions options, WebhookProcessor processor, ILogger logger) : IDisposable
{
    private readonly Channel<WebhookDelivery> _waiting = Channel.CreateBounded<WebhookDelivery>(
        new BoundedChannelOptions(options.Capacity) { FullMode = BoundedChannelFullMode.Wait });

    private readonly CancellationTokenSource _givenUp = new();
    private Task[]? _workers;

    /// <returns>False when the queue is full, or its host stops.</returns>
    public bool TryAdd(WebhookDelivery delivery)
    {
        lock (_waiting)
        {
            _workers ??= [.. Enumerable.Range(0, options.Concurrency).Select(_ => Task.Run(WorkAsync))];
        }

        return _waiting.Writer.TryWrite(delivery);
    }

    /// <summary>Takes nothing more, and handles what waits, for as long as the host waits. What is left then is given back and logged.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        Task[] workers;
        lock (_waiting)
        {
            workers = _workers ?? [];
        }

        var registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _givenUp);
        await using (registration.ConfigureAwait(false))
        {
            await Task.WhenAll(workers).ConfigureAwait(false);
        }

        var left = 0;
        while (_waiting.Reader.TryRead(out var delivery))
        {
            left++;
            await processor.DropAsync(delivery).ConfigureAwait(false);
        }

        if (left > 0)
        {
            logger.Left(processor.Name, left);
        }
    }

    public void Dispose() => _givenUp.Dispose();

    private async Task WorkAsync()
    {
        while (!_givenUp.IsCancellationRequested && await _waiting.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            while (!_givenUp.IsCancellationRequested && _waiting.Reader.TryRead(out var delivery))
            {
                await processor.RunQueuedAsync(delivery, _givenUp.Token).ConfigureAwait(false);
            }
        }
    }
}
