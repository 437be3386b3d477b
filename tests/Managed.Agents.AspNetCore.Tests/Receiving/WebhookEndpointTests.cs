using System.Net;
using System.Text;
using Managed.Agents.AspNetCore.Tests.Framework;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Webhooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Managed.Agents.AspNetCore.Tests.Receiving;

public sealed class WebhookEndpointTests
{
    private static readonly Lock Gate = new();

    [Fact]
    public async Task A_signed_delivery_reaches_its_handlers_and_is_acknowledged()
    {
        var seen = new List<string>();
        await using var receiver = await WebhookReceiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook")
            .On<SessionStatusIdledWebhook>((idled, context, _) => Add(seen, $"idled {idled.Id} {context.Delivery.Id} {context.Delivery.KeyLabel} {context.IsCaughtUp}"))
            .On<WebhookEvent>((any, _, _) => Add(seen, $"any {any.Type}"))
            .On<AgentCreatedWebhook>((_, _, _) => Add(seen, "agent"))
            .OnOther((_, _, _) => Add(seen, "other")));

        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.NoContent);

        seen.ShouldBe(["idled sesn_1 whe_1 main False", "any session.status_idled"]);
    }

    [Fact]
    public async Task A_webhook_without_a_handler_goes_to_the_fallback_or_is_acknowledged()
    {
        var seen = new List<string>();
        await using var receiver = await WebhookReceiver.StartAsync(app =>
        {
            app.MapManagedAgentsWebhooks("/hook").On<AgentCreatedWebhook>((_, _, _) => Add(seen, "agent")).OnOther((webhook, _, _) => Add(seen, webhook.Type));
            app.MapManagedAgentsWebhooks("/bare").On<AgentCreatedWebhook>((_, _, _) => Add(seen, "agent"));
        });
        var unknown = new UnknownWebhook(System.Text.Json.JsonElement.Parse("""{"type":"future.event","id":"x"}"""));

        (await receiver.SendAsync(unknown, "whe_1")).ShouldBe(HttpStatusCode.NoContent);
        using var request = receiver.Signer.Sign(unknown, "whe_1").ToRequest(new Uri(receiver.Address, "/bare"));
        (await receiver.Http.SendAsync(request).Guarded()).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        seen.ShouldBe(["future.event"]);
    }

    [Fact]
    public async Task A_handler_class_runs_in_its_own_scope()
    {
        var log = new HandlerLog();
        await using var receiver = await WebhookReceiver.StartAsync(
            app => app.MapManagedAgentsWebhooks("/hook").On<SessionStatusIdledWebhook, IdledHandler>().On<SessionStatusIdledWebhook, RegisteredHandler>(),
            services => services.AddSingleton(log).AddScoped<ScopedService>().AddScoped<RegisteredHandler>());

        await receiver.SendAsync("whe_1");
        await receiver.SendAsync("whe_2");

        log.Lines.ShouldBe(["created sesn_1", "disposed", "registered sesn_1", "created sesn_1", "disposed", "registered sesn_1"]);
        log.Scopes.Distinct().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("no headers")]
    [InlineData("old")]
    [InlineData("too large")]
    [InlineData("not JSON")]
    [InlineData("signature twice, the id twice")]
    public async Task A_rejection_is_explained_in_the_log_and_not_to_the_caller(string how)
    {
        var seen = new List<string>();
        await using var receiver = await WebhookReceiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>((_, _, _) => Add(seen, "handled")));
        var good = receiver.Signer.Sign(new SessionStatusIdledWebhook { Id = "sesn_secret" }, "whe_1");
        var (signed, reason) = how switch
        {
            "forged" => (good with { Body = Encoding.UTF8.GetBytes("""{"id":"sesn_secret"}""") }, WebhookVerificationFailure.SignatureMismatch),
            "no headers" => (good with { Headers = default }, WebhookVerificationFailure.MissingHeader),
            "old" => (good with { Headers = receiver.Signer.Sign(good.Body.Span, "whe_1", receiver.Clock.GetUtcNow().AddHours(-1)) }, WebhookVerificationFailure.TimestampTooOld),
            "too large" => (good with { Body = new byte[300_000] }, WebhookVerificationFailure.BodyTooLarge),
            "not JSON" => (new SignedWebhook(receiver.Signer.Sign("sesn_secret"u8, "whe_1"), "sesn_secret"u8.ToArray()), WebhookVerificationFailure.InvalidBody),
            _ => (good with { Headers = good.Headers with { Id = "whe_1,whe_1" } }, WebhookVerificationFailure.SignatureMismatch),
        };
        using var request = signed.ToRequest(receiver.Address);
        using var response = await receiver.Http.SendAsync(request).Guarded();

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
        response.Headers.Select(static header => header.Key).Except(["Date", "Server", "Connection"]).ShouldBeEmpty();
        seen.ShouldBeEmpty();
        var line = receiver.Logs.Entries.Where(static entry => entry.Category == "Managed.Agents.AspNetCore").ShouldHaveSingleItem();
        line.Values["Reason"].ShouldBe(reason);
        line.ToString().ShouldNotContain("sesn_secret");
        line.ToString().ShouldNotContain(WebhookReceiver.Key["whsec_".Length..^4]);
    }

    [Fact]
    public async Task Repeated_signature_headers_are_accepted()
    {
        await using var receiver = await WebhookReceiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook"));
        using var request = receiver.Signer.Sign(new AgentCreatedWebhook(), "whe_1").ToRequest(receiver.Address);
        var right = request.Headers.GetValues("webhook-signature").Single();
        request.Headers.Remove("webhook-signature");
        request.Headers.TryAddWithoutValidation("Webhook-Signature", ["v1,AAAA", right]);

        (await receiver.Http.SendAsync(request).Guarded()).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("GET", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", HttpStatusCode.MethodNotAllowed)]
    public async Task Only_POST_is_accepted(string method, HttpStatusCode status)
    {
        await using var receiver = await WebhookReceiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook"));
        using var request = receiver.Signer.Sign(new AgentCreatedWebhook(), "whe_1").ToRequest(receiver.Address);
        request.Method = new HttpMethod(method);

        (await receiver.Http.SendAsync(request).Guarded()).StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData(null, "No webhook signing key is configured")]
    [InlineData("whsec_no key", "white space")]
    public async Task Without_a_usable_key_every_delivery_is_rejected_and_the_start_logs_an_error(string? key, string why)
    {
        var seen = new List<string>();
        await using var receiver = await WebhookReceiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>((_, _, _) => Add(seen, "handled")), key: key);
        receiver.Logs.AllText.ShouldContain(why);

        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.BadRequest);

        seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fallback_policy_that_requires_users_does_not_redirect_the_service()
    {
        await using var receiver = await WebhookReceiver.StartAsync(
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapManagedAgentsWebhooks("/hook");
                app.MapPost("/page", static () => "page");
            },
            services =>
            {
                services.AddAuthentication("cookies").AddCookie("cookies");
                services.AddAuthorization(static options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
            });

        (await receiver.Http.PostAsync(new Uri(receiver.Address, "/page"), null).Guarded()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Mapping_without_the_services_throws_and_names_the_missing_call()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();

        Should.Throw<InvalidOperationException>(() => app.MapManagedAgentsWebhooks("/hook")).Message.ShouldContain("AddManagedAgentsWebhooks");
    }

    [Fact]
    public async Task Invalid_options_are_rejected()
    {
        await Should.ThrowAsync<ArgumentException>(() => WebhookReceiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook", options => options.HandlerTimeout = TimeSpan.Zero)));
        await Should.ThrowAsync<ArgumentException>(() => WebhookReceiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook", options => options.Queue = new() { Capacity = 0 })));
    }

    [Fact]
    public async Task A_route_can_have_its_own_keys()
    {
        const string other = "whsec_b3RoZXIta2V5LW90aGVyLWtleS1vdGhlci1rZXktMTI=";
        var clock = new Testing.ManualTimeProvider();
        await using var receiver = await WebhookReceiver.StartAsync(
            app => app.MapManagedAgentsWebhooks("/hook", options => options.Verifier = new WebhookVerifier(other, clock)), clock: clock);

        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.BadRequest);
        (await receiver.SendAsync(new WebhookSigner(other, clock).Sign(new AgentCreatedWebhook(), "whe_1"))).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Options_are_copied_when_the_route_is_mapped()
    {
        WebhookReceiverOptions? mapped = null;
        var clock = new Testing.ManualTimeProvider();
        await using var receiver = await WebhookReceiver.StartAsync(
            app => app.MapManagedAgentsWebhooks("/hook", configured =>
            {
                configured.Queue = new WebhookQueueOptions { Capacity = 1 };
                mapped = configured;
            }).On<WebhookEvent>(static (_, _, cancellationToken) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return Task.CompletedTask;
            }),
            clock: clock);

        var options = mapped.ShouldNotBeNull();
        var queue = options.Queue.ShouldNotBeNull();
        (queue.Capacity, queue.Concurrency) = (0, 0);
        options.Queue = null;
        options.HandlerTimeout = TimeSpan.Zero;
        options.Verifier = new WebhookVerifier(new WebhookOptions(), clock);

        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.Accepted);
        await receiver.StopAsync().Guarded();
        receiver.Logs.AllText.ShouldContain("Webhook whe_1 (session.status_idled) at /hook handled");
    }

    private static Task Add(List<string> seen, string line)
    {
        lock (Gate)
        {
            seen.Add(line);
        }

        return Task.CompletedTask;
    }

    private sealed class HandlerLog
    {
        public List<string> Lines { get; } = [];

        public List<ScopedService> Scopes { get; } = [];
    }

    private sealed class ScopedService;

    private sealed class IdledHandler(HandlerLog log, ScopedService service) : IWebhookHandler<SessionStatusIdledWebhook>, IDisposable
    {
        public Task HandleAsync(SessionStatusIdledWebhook webhook, WebhookContext context, CancellationToken cancellationToken = default)
        {
            log.Lines.Add($"created {webhook.Id}");
            log.Scopes.Add(service);
            return Task.CompletedTask;
        }

        public void Dispose() => log.Lines.Add("disposed");
    }

    private sealed class RegisteredHandler(HandlerLog log, ScopedService service) : IWebhookHandler<WebhookEvent>, IWebhookHandler<SessionStatusIdledWebhook>
    {
        public Task HandleAsync(WebhookEvent webhook, WebhookContext context, CancellationToken cancellationToken = default)
        {
            log.Lines.Add($"registered {webhook.Id}");
            log.Scopes.Add(service);
            return Task.CompletedTask;
        }

        public Task HandleAsync(SessionStatusIdledWebhook webhook, WebhookContext context, CancellationToken cancellationToken = default) =>
            HandleAsync((WebhookEvent)webhook, context, cancellationToken);
    }
}
