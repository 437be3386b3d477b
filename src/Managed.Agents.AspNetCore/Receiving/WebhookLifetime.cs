using Managed.Agents.Webhooks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Managed.Agents.AspNetCore;

/// <summary>Logs an error when the host starts and no webhook can be verified. Empties the queues when the host stops.</summary>
internal sealed class WebhookLifetime(WebhookRoutes routes, ILoggerFactory loggers) : IHostedLifecycleService
{
    private readonly ILogger _logger = loggers.CreateLogger(Log.Category);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var route in routes.All)
        {
            if (route.Verifier.Verify([], default) is { Failure: WebhookVerificationFailure.MissingKey or WebhookVerificationFailure.InvalidKey } result)
            {
                _logger.CannotVerify(route.Processor.Name, result.Problem!);
            }
        }

        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The server starts after this service and stops before it, so the queues contain everything that it acknowledged.
    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(routes.All.Select(static route => route.Queue).OfType<WebhookQueue>().Select(queue => queue.StopAsync(cancellationToken)));

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
