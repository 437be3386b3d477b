using Managed.Agents.Webhooks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Managed.Agents.AspNetCore;

/// <summary>Says at the start when nothing can be verified, and empties the queues at the end.</summary>
internal sealed class WebhookLifetime(WebhookRoutes routes, ILoggerFactory loggers) : IHostedLifecycleService
{
    private readonly ILogger _logger = loggers.CreateLogger(Log.Category);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var route in routes.All)
        {
            if (route.Verifier.Verify([], default) is { Refusal: WebhookRefusal.NoKey or WebhookRefusal.MalformedKey } outcome)
            {
                _logger.CannotVerify(route.Processor.Name, outcome.Problem!);
            }
        }

        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // After the server, which was started later: what it still acknowledged is in the queues by now.
    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(routes.All.Select(static route => route.Queue).OfType<WebhookQueue>().Select(queue => queue.StopAsync(cancellationToken)));

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
