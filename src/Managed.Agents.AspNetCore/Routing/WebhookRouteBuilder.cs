using System.Diagnostics.CodeAnalysis;
using Managed.Agents.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Managed.Agents.AspNetCore;

/// <summary>Adds handlers to a webhook route, and conventions to its endpoint.</summary>
/// <remarks>
/// The handlers of a webhook run one after the other, in the order in which they were added, in one service scope. The webhook is handled
/// when all of them completed. When a handler throws, the handlers after it do not run. All handlers run again when the service delivers
/// the webhook again.
/// </remarks>
public sealed class WebhookRouteBuilder : IEndpointConventionBuilder
{
    private readonly WebhookHandlers _handlers;
    private readonly IEndpointConventionBuilder _conventions;

    internal WebhookRouteBuilder(WebhookHandlers handlers, IEndpointConventionBuilder conventions)
    {
        _handlers = handlers;
        _conventions = conventions;
    }

    /// <summary>Adds a handler for one type of webhook, or for all types with <see cref="WebhookEvent"/>.</summary>
    /// <typeparam name="TEvent">The type of webhook, for example <see cref="SessionStatusIdledWebhook"/>.</typeparam>
    /// <param name="handler">
    /// The handler. Its token is canceled when <see cref="WebhookReceiverOptions.HandlerTimeout"/> expires or, with a queue, when the shutdown timeout of the host expires.
    /// </param>
    /// <returns>The same builder.</returns>
    public WebhookRouteBuilder On<TEvent>(Func<TEvent, WebhookContext, CancellationToken, Task> handler)
        where TEvent : WebhookEvent
    {
        ArgumentNullException.ThrowIfNull(handler);
        _handlers.Add(new WebhookHandler(static webhook => webhook is TEvent, (webhook, context, cancellationToken) => handler((TEvent)webhook, context, cancellationToken)));
        return this;
    }

    /// <summary>Adds a class that handles one type of webhook. The instance is resolved from the scope of the webhook, or created with services of the scope.</summary>
    /// <typeparam name="TEvent">The type of webhook, for example <see cref="SessionStatusIdledWebhook"/>.</typeparam>
    /// <typeparam name="THandler">The type of the handler.</typeparam>
    /// <returns>The same builder.</returns>
    public WebhookRouteBuilder On<TEvent, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>()
        where TEvent : WebhookEvent
        where THandler : class, IWebhookHandler<TEvent> =>
        On<TEvent>(static async (webhook, context, cancellationToken) =>
        {
            if (context.Services.GetService<THandler>() is { } registered)
            {
                await registered.HandleAsync(webhook, context, cancellationToken).ConfigureAwait(false);
                return;
            }

            var created = ActivatorUtilities.CreateInstance<THandler>(context.Services);
            try
            {
                await created.HandleAsync(webhook, context, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                // The scope does not dispose instances that it did not create.
                await DisposeAsync(created).ConfigureAwait(false);
            }
        });

    /// <summary>Adds a handler for webhooks that no other handler matches. Without it, they are acknowledged and ignored.</summary>
    /// <param name="handler">The handler. Unrecognized types are passed as <see cref="UnknownWebhook"/>.</param>
    /// <returns>The same builder.</returns>
    public WebhookRouteBuilder OnOther(Func<WebhookEvent, WebhookContext, CancellationToken, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        _handlers.AddFallback(handler);
        return this;
    }

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention) => _conventions.Add(convention);

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention) => _conventions.Finally(finallyConvention);

    private static async ValueTask DisposeAsync(object instance)
    {
        if (instance is IAsyncDisposable asyncDisposable)
        {
            await asyncDisposable.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            (instance as IDisposable)?.Dispose();
        }
    }
}
