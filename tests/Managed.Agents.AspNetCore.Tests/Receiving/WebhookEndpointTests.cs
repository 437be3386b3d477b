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
    [Fact]
    public async Task A_signed_delivery_reaches_its_handlers_and_is_acknowledged()
    {
        var seen = new List<string>();
        await using var receiver = await Receiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook")
            .On<SessionStatusIdledWebhook>((idled, context, _) => Note(seen, $"idled {idled.Id} {context.Delivery.Id} {context.Delivery.KeyLabel} {context.IsCaughtUp}"))
            .On<WebhookEvent>((any, _, _) => Note(seen, $"any {any.Type}"))
            .On<AgentCreatedWebhook>((_, _, _) => Note(seen, "agent"))
            .OnOther((_, _, _) => Note(seen, "other")));

        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.NoContent);

        seen.ShouldBe(["idled sesn_1 whe_1 main False", "any session.status_idled"]);
    }

    [Fact]
    public async Task What_no_handler_is_for_goes_to_the_catch_all_or_is_acknowledged()
    {
        var seen = new List<string>();
        await using var receiver = await Receiver.StartAsync(app =>
        {
            app.MapManagedAgentsWebhooks("/hook").On<AgentCreatedWebhook>((_, _, _) => Note(seen, "agent")).OnOther((webhook, _, _) => Note(seen, webhook.Type));
            app.MapManagedAgentsWebhooks("/bare").On<AgentCreatedWebhook>((_, _, _) => Note(seen, "agent"));
        });
        var unknown = new UnknownWebhook(System.Text.Json.JsonElement.Parse("""{"type":"of.tomorrow","id":"x"}"""));

        (await receiver.SendAsync(unknown, "whe_1")).ShouldBe(HttpStatusCode.NoContent);
        using var request = receiver.Signer.Sign(unknown, "whe_1").ToRequest(new Uri(receiver.Address, "/bare"));
        (await receiver.Http.SendAsync(request).Guarded()).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        seen.ShouldBe(["of.tomorrow"]);
    }

    [Fact]
    public async Task A_class_from_the_container_handles_in_a_scope_of_its_own()
    {
        var inbox = new Inbox();
        await using var receiver = await Receiver.StartAsync(
            app => app.MapManagedAgentsWebhooks("/hook").On<SessionStatusIdledWebhook, IdledHandler>().On<SessionStatusIdledWebhook, RegisteredHandler>(),
            services => services.AddSingleton(inbox).AddScoped<ScopedThing>().AddScoped<RegisteredHandler>());

        await receiver.SendAsync("whe_1");
        await receiver.SendAsync("whe_2");

        inbox.Lines.ShouldBe(["made sesn_1", "disposed", "registered sesn_1", "made sesn_1", "disposed", "registered sesn_1"]);
        inbox.Scopes.Distinct().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("no headers")]
    [InlineData("old")]
    [InlineData("too large")]
    [InlineData("not JSON")]
    [InlineData("signature twice, the id twice")]
    public async Task A_refusal_tells_the_caller_nothing_and_the_log_why(string how)
    {
        var seen = new List<string>();
        await using var receiver = await Receiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>((_, _, _) => Note(seen, "handled")));
        var good = receiver.Signer.Sign(new SessionStatusIdledWebhook { Id = "sesn_secret" }, "whe_1");
        var (signed, reason) = how switch
        {
            "forged" => (good with { Body = Encoding.UTF8.GetBytes("""{"id":"sesn_secret"}""") }, WebhookRefusal.NoMatch),
            "no headers" => (good with { Headers = default }, WebhookRefusal.MissingHeader),
            "old" => (good with { Headers = receiver.Signer.Sign(good.Body.Span, "whe_1", receiver.Clock.GetUtcNow().AddHours(-1)) }, WebhookRefusal.Stale),
            "too large" => (good with { Body = new byte[300_000] }, WebhookRefusal.TooLarge),
            "not JSON" => (new SignedWebhook(receiver.Signer.Sign("sesn_secret"u8, "whe_1"), "sesn_secret"u8.ToArray()), WebhookRefusal.NotJson),
            _ => (good with { Headers = good.Headers with { Id = "whe_1,whe_1" } }, WebhookRefusal.NoMatch),
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
        line.ToString().ShouldNotContain(Receiver.Key["whsec_".Length..^4]);
    }

    [Fact]
    public async Task Several_signature_headers_are_several_signatures()
    {
        await using var receiver = await Receiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook"));
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
    public async Task Only_POST_is_answered(string method, HttpStatusCode status)
    {
        await using var receiver = await Receiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook"));
        using var request = receiver.Signer.Sign(new AgentCreatedWebhook(), "whe_1").ToRequest(receiver.Address);
        request.Method = new HttpMethod(method);

        (await receiver.Http.SendAsync(request).Guarded()).StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData(null, "No webhook signing key is configured")]
    [InlineData("whsec_no key", "white space")]
    public async Task Without_a_usable_key_everything_is_refused_and_the_start_says_so(string? key, string why)
    {
        var seen = new List<string>();
        await using var receiver = await Receiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook").On<WebhookEvent>((_, _, _) => Note(seen, "handled")), key: key);
        receiver.Logs.AllText.ShouldContain(why);

        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.BadRequest);

        seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_policy_that_asks_everybody_to_sign_in_does_not_redirect_the_service()
    {
        await using var receiver = await Receiver.StartAsync(
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapManagedAgentsWebhooks("/hook");
                app.MapPost("/page", static () => "for people");
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
    public async Task Without_the_services_mapping_says_what_to_call()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();

        Should.Throw<InvalidOperationException>(() => app.MapManagedAgentsWebhooks("/hook")).Message.ShouldContain("AddManagedAgentsWebhooks");
    }

    [Fact]
    public async Task Options_that_cannot_be_used_are_named()
    {
        await Should.ThrowAsync<ArgumentException>(() => Receiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook", options => options.HandlerTimeLimit = TimeSpan.Zero)));
        await Should.ThrowAsync<ArgumentException>(() => Receiver.StartAsync(app => app.MapManagedAgentsWebhooks("/hook", options => options.Queue = new() { Capacity = 0 })));
    }

    [Fact]
    public async Task An_address_can_have_keys_of_its_own()
    {
        const string other = "whsec_b3RoZXIta2V5LW90aGVyLWtleS1vdGhlci1rZXktMTI=";
        var clock = new Testing.ManualTimeProvider();
        await using var receiver = await Receiver.StartAsync(
            app => app.MapManagedAgentsWebhooks("/hook", options => options.Verifier = new WebhookVerifier(other, clock)), clock: clock);

        (await receiver.SendAsync()).ShouldBe(HttpStatusCode.BadRequest);
        (await receiver.SendAsync(new WebhookSigner(other, clock).Sign(new AgentCreatedWebhook(), "whe_1"))).ShouldBe(HttpStatusCode.NoContent);
    }

    private static Task Note(List<string> seen, string line)
    {
        lock (seen)
        {
            seen.Add(line);
        }

        return Task.CompletedTask;
    }

    private sealed class Inbox
    {
        public List<string> Lines { get; } = [];

        public List<ScopedThing> Scopes { get; } = [];
    }

    private sealed class ScopedThing;

    private sealed class IdledHandler(Inbox inbox, ScopedThing thing) : IWebhookHandler<SessionStatusIdledWebhook>, IDisposable
    {
        public Task HandleAsync(SessionStatusIdledWebhook webhook, WebhookContext context, CancellationToken cancellationToken = default)
        {
            inbox.Lines.Add($"made {webhook.Id}");
            inbox.Scopes.Add(thing);
            return Task.CompletedTask;
        }

        public void Dispose() => inbox.Lines.Add("disposed");
    }

    private sealed class RegisteredHandler(Inbox inbox, ScopedThing thing) : IWebhookHandler<WebhookEvent>, IWebhookHandler<SessionStatusIdledWebhook>
    {
        public Task HandleAsync(WebhookEvent webhook, WebhookContext context, CancellationToken cancellationToken = default)
        {
            inbox.Lines.Add($"registered {webhook.Id}");
            inbox.Scopes.Add(thing);
            return Task.CompletedTask;
        }

        public Task HandleAsync(SessionStatusIdledWebhook webhook, WebhookContext context, CancellationToken cancellationToken = default) =>
            HandleAsync((WebhookEvent)webhook, context, cancellationToken);
    }
}
