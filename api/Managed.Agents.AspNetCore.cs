// The public API of Managed.Agents.AspNetCore. To update it: MANAGED_AGENTS_UPDATE_API=1 dotnet test tests/Managed.Agents.Tests --filter PublicApiTests

namespace Managed.Agents.AspNetCore
{
    public sealed class DistributedCacheWebhookCheckpointStore : IWebhookCheckpointStore
    {
        public DistributedCacheWebhookCheckpointStore(IDistributedCache cache, string key = "managed-agents-webhook-checkpoint");
        public ValueTask<DateTimeOffset?> GetAsync(CancellationToken cancellationToken = default);
        public ValueTask SetAsync(DateTimeOffset checkpoint, CancellationToken cancellationToken = default);
    }

    public sealed class DistributedCacheWebhookDeduplicator : IWebhookDeduplicator
    {
        public DistributedCacheWebhookDeduplicator(IDistributedCache cache, string keyPrefix = "managed-agents-webhook/");
        public ValueTask<WebhookClaim> ClaimAsync(string key, TimeSpan lease, CancellationToken cancellationToken = default);
        public ValueTask CompleteAsync(string key, TimeSpan rememberFor, CancellationToken cancellationToken = default);
        public ValueTask<bool> IsCompletedAsync(string key, CancellationToken cancellationToken = default);
        public ValueTask ReleaseAsync(string key, CancellationToken cancellationToken = default);
    }

    public sealed class FileWebhookCheckpointStore : IWebhookCheckpointStore
    {
        public FileWebhookCheckpointStore(string path);
        public ValueTask<DateTimeOffset?> GetAsync(CancellationToken cancellationToken = default);
        public ValueTask SetAsync(DateTimeOffset checkpoint, CancellationToken cancellationToken = default);
    }

    public interface IWebhookCheckpointStore
    {
        ValueTask<DateTimeOffset?> GetAsync(CancellationToken cancellationToken = default);
        ValueTask SetAsync(DateTimeOffset checkpoint, CancellationToken cancellationToken = default);
    }

    public interface IWebhookDeduplicator
    {
        ValueTask<WebhookClaim> ClaimAsync(string key, TimeSpan lease, CancellationToken cancellationToken = default);
        ValueTask CompleteAsync(string key, TimeSpan rememberFor, CancellationToken cancellationToken = default);
        ValueTask<bool> IsCompletedAsync(string key, CancellationToken cancellationToken = default);
        ValueTask ReleaseAsync(string key, CancellationToken cancellationToken = default);
    }

    public interface IWebhookHandler<in TEvent> where TEvent : WebhookEvent
    {
        Task HandleAsync(TEvent webhook, WebhookContext context, CancellationToken cancellationToken = default);
    }

    public sealed class InMemoryWebhookCheckpointStore : IWebhookCheckpointStore
    {
        public InMemoryWebhookCheckpointStore();
        public ValueTask<DateTimeOffset?> GetAsync(CancellationToken cancellationToken = default);
        public ValueTask SetAsync(DateTimeOffset checkpoint, CancellationToken cancellationToken = default);
    }

    public sealed class InMemoryWebhookDeduplicator : IWebhookDeduplicator
    {
        public InMemoryWebhookDeduplicator(TimeProvider? timeProvider = null);
        public int Count { get; }
        public ValueTask<WebhookClaim> ClaimAsync(string key, TimeSpan lease, CancellationToken cancellationToken = default);
        public ValueTask CompleteAsync(string key, TimeSpan rememberFor, CancellationToken cancellationToken = default);
        public ValueTask<bool> IsCompletedAsync(string key, CancellationToken cancellationToken = default);
        public ValueTask ReleaseAsync(string key, CancellationToken cancellationToken = default);
    }

    public sealed class WebhookCatchUp
    {
        public Task<WebhookCatchUpReport> RunOnceAsync(CancellationToken cancellationToken = default);
    }

    public sealed class WebhookCatchUpOptions
    {
        public WebhookCatchUpOptions();
        public Func<Session, bool>? Filter { get; set; }
        public TimeSpan FirstLookBack { get; set; }
        public TimeSpan Grace { get; set; }
        public TimeSpan Interval { get; set; }
        public TimeSpan OldestSession { get; set; }
    }

    public sealed record WebhookCatchUpReport
    {
        public WebhookCatchUpReport();
        public int Failed { get; init; }
        public int Missed { get; init; }
        public int Sessions { get; init; }
        public DateTimeOffset Since { get; init; }
        public DateTimeOffset Until { get; init; }
    }

    public enum WebhookClaim
    {
        Claimed = 0,
        Busy = 1,
        Completed = 2,
    }

    public sealed class WebhookContext
    {
        public WebhookContext(WebhookDelivery delivery, IServiceProvider services, bool isCaughtUp = false);
        public WebhookDelivery Delivery { get; }
        public bool IsCaughtUp { get; }
        public IServiceProvider Services { get; }
    }

    public sealed class WebhookQueueOptions
    {
        public WebhookQueueOptions();
        public int Capacity { get; set; }
        public int Concurrency { get; set; }
    }

    public sealed class WebhookReceiverOptions
    {
        public WebhookReceiverOptions();
        public TimeSpan HandlerTimeLimit { get; set; }
        public WebhookQueueOptions? Queue { get; set; }
        public TimeSpan RememberFor { get; set; }
        public WebhookVerifier? Verifier { get; set; }
    }

    public sealed class WebhookRouteBuilder : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention);
        public void Finally(Action<EndpointBuilder> finallyConvention);
        public WebhookRouteBuilder On<TEvent, THandler>() where TEvent : WebhookEvent where THandler : class, IWebhookHandler<TEvent>;
        public WebhookRouteBuilder On<TEvent>(Func<TEvent, WebhookContext, CancellationToken, Task> handler) where TEvent : WebhookEvent;
        public WebhookRouteBuilder OnOther(Func<WebhookEvent, WebhookContext, CancellationToken, Task> handler);
    }
}

namespace Microsoft.AspNetCore.Builder
{
    public static class ManagedAgentsWebhookEndpointExtensions
    {
        public static WebhookRouteBuilder MapManagedAgentsWebhooks(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, Action<WebhookReceiverOptions>? configure = null);
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class ManagedAgentsWebhookCatchUpExtensions
    {
        public static IServiceCollection AddManagedAgentsWebhookCatchUp(this IServiceCollection services, Action<WebhookCatchUpOptions>? configure = null);
    }

    public static class ManagedAgentsWebhookServiceExtensions
    {
        public static IServiceCollection AddManagedAgentsWebhooks(this IServiceCollection services);
        public static IServiceCollection AddManagedAgentsWebhooks(this IServiceCollection services, Action<WebhookOptions> configure);
        public static IServiceCollection AddManagedAgentsWebhooks(this IServiceCollection services, IConfiguration section);
    }
}
