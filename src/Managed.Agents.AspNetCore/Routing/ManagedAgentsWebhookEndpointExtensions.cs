using System.Diagnostics.CodeAnalysis;
using Managed.Agents.AspNetCore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Extension methods that map an endpoint for webhooks.</summary>
public static class ManagedAgentsWebhookEndpointExtensions
{
    /// <summary>Maps an endpoint that receives webhooks. Add handlers to the returned builder.</summary>
    /// <param name="endpoints">The application or another endpoint builder.</param>
    /// <param name="pattern">
    /// The route pattern, for example <c>/claude-done</c>. Use the same pattern on all hosts: the pattern is part of the key that
    /// identifies duplicates.
    /// </param>
    /// <param name="configure">Configures how webhooks are received. The options are copied; later changes have no effect.</param>
    /// <returns>A builder to add handlers and endpoint conventions.</returns>
    /// <remarks>
    /// The endpoint accepts POST only. Requests that are not signed with a configured key get a 400 response without a body, and the reason
    /// is logged. The service immediately disables an endpoint that responds with a redirect. The endpoint therefore allows anonymous
    /// requests, regardless of the authorization policies of the application. Do not use <c>UseHttpsRedirection</c> for this route when a
    /// proxy forwards requests over plain HTTP.
    /// </remarks>
    /// <exception cref="InvalidOperationException"><c>AddManagedAgentsWebhooks</c> was not called.</exception>
    /// <exception cref="ArgumentException">An option is invalid. The message names the option, the rule and the fix.</exception>
    public static WebhookRouteBuilder MapManagedAgentsWebhooks(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, Action<WebhookReceiverOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        var routes = endpoints.ServiceProvider.GetService<WebhookRoutes>()
            ?? throw new InvalidOperationException("The webhook services are not registered. Call builder.Services.AddManagedAgentsWebhooks() before the application is built.");
        var options = new WebhookReceiverOptions();
        configure?.Invoke(options);
        if (options.Problem() is { } problem)
        {
            throw new ArgumentException(problem, nameof(configure));
        }

        var route = routes.Add(pattern, options);
        var conventions = endpoints.MapPost(pattern, (RequestDelegate)route.ReceiveAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        return new WebhookRouteBuilder(route.Handlers, conventions.WithDisplayName($"Managed Agents webhooks at {pattern}"));
    }
}
