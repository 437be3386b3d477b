using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Logging;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Diagnostics;

/// <summary>Credentials do not appear in logs, exceptions and string representations.</summary>
public sealed class CredentialLeakTests
{
    private const string Header = "gateway-header-must-not-leak";

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task No_credential_is_logged_at_any_level_even_without_redaction(bool isRedactionOff, bool isToken)
    {
        var logs = new LogRecorder();
        var custom = new HeaderLogger();
        await using var server = await KestrelServer.StartAsync(Responses.Error(503), Responses.Agent(), Responses.Error(401), Responses.Abort());
        var services = new ServiceCollection();
        services.AddLogging(builder => builder.SetMinimumLevel(LogLevel.Trace).Services.AddSingleton<ILoggerProvider>(logs));
        if (isRedactionOff)
        {
            services.ConfigureHttpClientDefaults(static defaults => defaults.RedactLoggedHeaders(static _ => false));
        }

        var builder = services.AddManagedAgents(options =>
        {
            Clients.Configure(options, server.Address);
            options.ApiKey = isToken ? null : Clients.ApiKey;
            options.AuthToken = isToken ? Clients.ApiKey : null;
        });
        builder.AddLogger(_ => custom);
        if (isRedactionOff)
        {
            builder.RedactLoggedHeaders(static _ => false);
        }

        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ManagedAgentsClient>();

        await client.Agents.GetAsync("agent_1").Guarded();
        await Should.ThrowAsync<ManagedAgentsException>(() => client.Agents.GetAsync("agent_1").Guarded());
        await Should.ThrowAsync<ManagedAgentsException>(() => Call.Named("send").RunAsync(client, default).Guarded());

        logs.Entries.ShouldContain(static entry => entry.Level == LogLevel.Trace && entry.Message.Contains("anthropic-version", StringComparison.OrdinalIgnoreCase), "the loggers of the HTTP client factory must be active");
        custom.Seen.ShouldContain("anthropic-version", Case.Insensitive);
        logs.AllText.ShouldNotContain(Clients.ApiKey);
        custom.Seen.ShouldNotContain(Clients.ApiKey);
        server.Requests.ShouldAllBe(static request => request.Header("authorization") == $"Bearer {Clients.ApiKey}");
    }

    [Fact]
    public async Task The_client_logs_no_body_query_or_header()
    {
        var logs = new LogRecorder();
        using var server = MockServer.Start(Responses.Error(503), Responses.Json("""{"data":["body-must-not-leak"]}"""));
        using var client = Clients.To(server, logs: logs);

        await client.With(Headers()).SendAsync(new RawRequest(HttpMethod.Get, "v1/things?query=must-not-leak")).Guarded();

        logs.Entries.ShouldContain(static entry => entry.Message.Contains("GET v1/things", StringComparison.Ordinal));
        logs.AllText.ShouldNotContain("must-not-leak");
    }

    [Theory]
    [InlineData("401")]
    [InlineData("html")]
    [InlineData("aborted")]
    [InlineData("refused")]
    [InlineData("timeout")]
    public async Task Exceptions_contain_no_credential_or_header(string failure)
    {
        var clock = new TestTimeProvider();
        using var port = new ClosedPort();
        await using var server = await KestrelServer.StartAsync();
        server.DefaultResponse = failure switch
        {
            "401" => Responses.Error(401, "authentication_error"),
            "html" => Responses.Html("<h1>Hello</h1>"),
            "aborted" => Responses.Abort(),
            _ => Responses.Never(),
        };
        using var client = Clients.To(failure == "refused" ? port.Address : server.Address, static options => options.Timeout = TimeSpan.FromSeconds(1), clock);

        var running = Call.Named("create agent").RunAsync(client.With(Headers()), default);
        if (failure == "timeout")
        {
            await server.WaitForRequestsAsync(1);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        var error = await Should.ThrowAsync<ManagedAgentsException>(() => running.Guarded());
        ShouldHideSecrets(error.ToString());
        for (Exception? inner = error; inner is not null; inner = inner.InnerException)
        {
            ShouldHideSecrets(string.Join(' ', inner.Data.Values.Cast<object>()));
        }
    }

    [Fact]
    public void Options_and_requests_print_no_secret()
    {
        var options = new ManagedAgentsOptions
        {
            ApiKey = Clients.ApiKey,
            AuthToken = Clients.ApiKey,
            WebhookSigningKey = Clients.ApiKey,
            BaseAddress = new Uri($"https://user:{Clients.ApiKey}@api.example/x?key={Clients.ApiKey}"),
        };

        options.ToString().ShouldContain("https://api.example/x");
        ShouldHideSecrets(options.ToString());
        ShouldHideSecrets(Headers().ToString());
        Headers().ToString().ShouldContain("x-gateway");
        ShouldHideSecrets(new RawRequest(HttpMethod.Post, "v1/x") { Body = System.Text.Json.JsonElement.Parse($"\"{Clients.ApiKey}\"") }.ToString());
    }

    private static CallOptions Headers() => new() { Headers = new Dictionary<string, string> { ["x-gateway"] = Header } };

    private static void ShouldHideSecrets(string text)
    {
        text.ShouldNotContain(Clients.ApiKey);
        text.ShouldNotContain(Header);
    }

    /// <summary>A logger that records all headers.</summary>
    private sealed class HeaderLogger : IHttpClientLogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _seen = new();

        public string Seen => string.Join('\n', _seen);

        public object? LogRequestStart(HttpRequestMessage request)
        {
            _seen.Enqueue(request.Headers.ToString());
            return null;
        }

        public void LogRequestStop(object? context, HttpRequestMessage request, HttpResponseMessage response, TimeSpan elapsed) =>
            _seen.Enqueue($"{request.Headers} {response.RequestMessage?.Headers} {response.Headers}");

        public void LogRequestFailed(object? context, HttpRequestMessage request, HttpResponseMessage? response, Exception exception, TimeSpan elapsed) =>
            _seen.Enqueue($"{request.Headers} {exception}");
    }
}
