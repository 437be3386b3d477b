using System.Diagnostics.CodeAnalysis;
using Managed.Agents.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the address that the service posts its webhooks to.</summary>
public static class ManagedAgentsWebhookEndpointExtensions
{
    /// <summary>Receives webhooks under an address. Add what is to be done with them to what is returned.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The address, for example <c>/claude-done</c>. It is part of what duplicates are known by: keep it the same on all hosts.</param>
    /// <param name="configure">Sets how webhooks are received there.</param>
    /// <returns>What handlers are added to, and conventions like those of any endpoint.</returns>
    /// <remarks>
    /// It answers POST only. What was not signed with a configured key gets an empty 400, and the log says why. An endpoint that answers
    /// with a redirect is disabled by the service at once, so no user is asked for here, whatever policy the application has; keep
    /// <c>UseHttpsRedirection</c> away from this address when a proxy speaks plain HTTP to the application.
    /// </remarks>
    /// <exception cref="InvalidOperationException"><c>AddManagedAgentsWebhooks</c> was not called.</exception>
    /// <exception cref="ArgumentException">An option cannot be used; the message names it, the rule and the way out.</exception>
    public static WebhookRouteBuilder MapManagedAgentsWebhooks(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, Action<WebhookReceiverOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        var routes = endpoints.ServiceProvider.GetService<WebhookRoutes>()
            ?? throw new InvalidOperationException("The services for webhooks are missing: call builder.Services.AddManagedAgentsWebhooks() before the application is built.");
        var options = new WebhookReceiverOptions();
        configure?.Invoke(options);
        if (options.Problem() is { } problem)
        {
            throw new ArgumentException(problem, nameof(configure));
        }

        var route = routes.Add(pattern, options);
        var conventions = endpoints.MapPost(pattern, (RequestDelegate)route.ReceiveAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        return new WebhookRouteBuilder(route.Handlers, conventions.WithDisplayName($"Webhooks of Managed Agents at {pattern}"));
    }
}
