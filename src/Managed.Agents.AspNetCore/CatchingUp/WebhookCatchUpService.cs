using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Managed.Agents.AspNetCore;

/// <summary>Looks for missed webhooks when the host has started, and at intervals.</summary>
internal sealed class WebhookCatchUpService(WebhookCatchUp catchUp, IOptions<WebhookCatchUpOptions> options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Handlers may lean on services that are started after this one.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken).ConfigureAwait(false);
        using var timer = new PeriodicTimer(options.Value.Interval, time);
        do
        {
            try
            {
                await catchUp.RunOnceAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
            {
                logger.CatchUpFailed(problem, options.Value.Interval);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }
}
