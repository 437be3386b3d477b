using System.Diagnostics.CodeAnalysis;
using Managed.Agents.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Managed.Agents.AspNetCore;

/// <summary>Takes what is to be done with webhooks, and conventions for their endpoint.</summary>
/// <remarks>
/// Handlers of a webhook run one after the other, in the order in which they were added, in one scope of services. The webhook is handled
/// when all of them came to their end; when one throws, those behind it do not run, and all run again when the service delivers again.
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

    /// <summary>Adds what is to be done with one kind of webhook; with every kind, for <see cref="WebhookEvent"/> itself.</summary>
    /// <typeparam name="TEvent">The kind, for example <see cref="SessionStatusIdledWebhook"/>.</typeparam>
    /// <param name="handler">
    /// Handles it. The token ends when the time limit of handlers is over, or, behind a queue, when the host will not wait any longer.
    /// </param>
    /// <returns>The same builder.</returns>
    public WebhookRouteBuilder On<TEvent>(Func<TEvent, WebhookContext, CancellationToken, Task> handler)
        where TEvent : WebhookEvent
    {
        ArgumentNullException.ThrowIfNull(handler);
        _handlers.Add(new WebhookHandler(static webhook => webhook is TEvent, (webhook, context, cancellationToken) => handler((TEvent)webhook, context, cancellationToken)));
        return this;
    }

    /// <summary>Adds a class that handles one kind of webhook. It is taken from the scope of the webhook, or made with services from there.</summary>
    /// <typeparam name="TEvent">The kind, for example <see cref="SessionStatusIdledWebhook"/>.</typeparam>
    /// <typeparam name="THandler">The class.</typeparam>
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

            var made = ActivatorUtilities.CreateInstance<THandler>(context.Services);
            try
            {
                await made.HandleAsync(webhook, context, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                // What the scope made, it disposes; what was made here, nobody else would.
                await Disposal.OfAsync(made).ConfigureAwait(false);
            }
        });

    /// <summary>Adds what is to be done with webhooks that no other handler is for. Without it, these are acknowledged and left alone.</summary>
    /// <param name="handler">Handles them; kinds that this version does not know come as <see cref="UnknownWebhook"/>.</param>
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
}
