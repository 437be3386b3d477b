using Managed.Agents.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Managed.Agents.AspNetCore;

/// <summary>The addresses of an application under which it receives webhooks.</summary>
internal sealed class WebhookRoutes(IServiceProvider services, IWebhookDeduplicator deduplicator, IHostApplicationLifetime lifetime, ILoggerFactory loggers) : IDisposable
{
    private readonly List<WebhookRoute> _routes = [];
    private readonly TimeProvider _time = services.GetService<TimeProvider>() ?? TimeProvider.System;
    private readonly ILogger _logger = loggers.CreateLogger(Log.Category);

    public IReadOnlyList<WebhookRoute> All
    {
        get
        {
            lock (_routes)
            {
                return [.. _routes];
            }
        }
    }

    public WebhookRoute Add(string pattern, WebhookReceiverOptions options)
    {
        var verifier = options.Verifier ?? services.GetRequiredService<WebhookVerifier>();
        var handlers = new WebhookHandlers();
        var bells = services.GetService<RungBells>();
        var processor = new WebhookProcessor(pattern, options, handlers, deduplicator, services.GetRequiredService<IServiceScopeFactory>(), _time, _logger) { Bells = bells };
        var queue = options.Queue is null ? null : new WebhookQueue(options.Queue, processor, _logger);
        var route = new WebhookRoute(verifier, handlers, processor, queue, bells, _logger, lifetime.ApplicationStopping);
        lock (_routes)
        {
            _routes.Add(route);
        }

        return route;
    }

    public void Dispose()
    {
        foreach (var route in All)
        {
            route.Queue?.Dispose();
        }
    }
}
