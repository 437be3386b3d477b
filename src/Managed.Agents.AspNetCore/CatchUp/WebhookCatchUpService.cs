using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Managed.Agents.AspNetCore;

/// <summary>Searches for missed webhooks after the start of the host and at intervals.</summary>
internal sealed class WebhookCatchUpService(WebhookCatchUp catchUp, IOptions<WebhookCatchUpOptions> options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger logger)
    : BackgroundService
{
    private readonly TimeSpan _interval = options.Value.Interval;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Handlers may depend on services that are started after this one.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken).ConfigureAwait(false);
        using var timer = new PeriodicTimer(_interval, time);
        do
        {
            try
            {
                await catchUp.RunOnceAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.CatchUpFailed(exception, _interval);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }
}
