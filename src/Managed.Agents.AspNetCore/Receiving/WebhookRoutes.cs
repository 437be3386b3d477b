using Managed.Agents.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Managed.Agents.AspNetCore;

/// <summary>The routes of an application that receive webhooks.</summary>
internal sealed class WebhookRoutes(IServiceProvider services, IWebhookDeduplicator deduplicator, IHostApplicationLifetime lifetime, ILoggerFactory loggers) : IDisposable
{
    private readonly object _gate = new();
    private readonly List<WebhookRoute> _routes = [];
    private readonly TimeProvider _time = services.GetService<TimeProvider>() ?? TimeProvider.System;
    private readonly ILogger _logger = loggers.CreateLogger(Log.Category);

    public IReadOnlyList<WebhookRoute> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _routes];
            }
        }
    }

    /// <summary>Adds a route with a copy of the options.</summary>
    public WebhookRoute Add(string pattern, WebhookReceiverOptions receiverOptions)
    {
        var options = receiverOptions.Copy();
        var verifier = options.Verifier ?? services.GetRequiredService<WebhookVerifier>();
        var handlers = new WebhookHandlers();
        var record = services.GetService<SessionWebhookRecord>();
        var processor = new WebhookProcessor(pattern, options, handlers, deduplicator, services.GetRequiredService<IServiceScopeFactory>(), _time, _logger) { Record = record };
        var queue = options.Queue is null ? null : new WebhookQueue(options.Queue, processor, _logger);
        var route = new WebhookRoute(verifier, handlers, processor, queue, record, _logger, lifetime.ApplicationStopping);
        lock (_gate)
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
