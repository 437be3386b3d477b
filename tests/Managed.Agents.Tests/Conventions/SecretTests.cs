using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Managed.Agents.Webhooks;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Conventions;

/// <summary>A secret is never printed, logged or stored by accident.</summary>
public sealed partial class SecretTests
{
    [Fact]
    public void Secrets_of_models_are_SecretStrings() =>
        Rule.Holds(
            "A property that is named like a secret is a SecretString.",
            from type in Surface.Types
            where type.IsAssignableTo(typeof(ApiObject))
            from property in Surface.Properties(type)
            where property.PropertyType == typeof(string) && SecretName().IsMatch(property.Name)
            select $"{Surface.NameOf(type)}.{property.Name}");

    [Fact]
    public void No_model_prints_or_stores_a_secret()
    {
        var holders = Surface.Models.Where(static type => Surface.Properties(type).Any(static property => property.PropertyType == typeof(SecretString)));
        holders.ShouldNotBeEmpty("At least one model has a secret.");
        Rule.Holds("Neither ToString nor the JSON of ManagedAgentsJson.Options contains a secret.", Surface.Models.Where(RevealsSecret).Select(Surface.NameOf));
    }

    [Fact]
    public void No_options_print_a_secret()
    {
        var all = new object[]
        {
            new ManagedAgentsOptions { ApiKey = Sample.Secret, AuthToken = Sample.Secret, WebhookSigningKey = Sample.Secret },
            new WebhookOptions { SigningKeys = { ["main"] = Sample.Secret } },
            new CallOptions { Headers = new Dictionary<string, string> { ["x-gateway-key"] = Sample.Secret } },
            new RawRequest(HttpMethod.Post, "v1/agents") { Body = JsonElement.Parse($$"""{"token": "{{Sample.Secret}}"}""") },
            new SecretString(Sample.Secret),
        };

        foreach (var options in all)
        {
            options.ToString().ShouldNotBeNull().ShouldNotContain(Sample.Secret, Case.Sensitive, options.GetType().Name);
        }
    }

    [Fact]
    public void Every_string_option_named_like_a_secret_is_tested_above() =>
        Surface.Types
            .Where(static type => !type.IsAssignableTo(typeof(ApiObject)) && type is { IsClass: true, IsAbstract: false })
            .SelectMany(static type => Surface.Properties(type).Where(static property => property.PropertyType == typeof(string) && SecretName().IsMatch(property.Name))
                .Select(property => $"{type.Name}.{property.Name}"))
            .Where(static name => !name.StartsWith("AgentsEmulator", StringComparison.Ordinal) && !name.StartsWith("Emulated", StringComparison.Ordinal)) // Keys of the emulator are valid only there.
            .ShouldBe(["ManagedAgentsOptions.ApiKey", "ManagedAgentsOptions.AuthToken", "ManagedAgentsOptions.WebhookSigningKey"], ignoreOrder: true);

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, """{"type":"error","error":{"type":"authentication_error","message":"invalid key"},"request_id":"req_1"}""")]
    [InlineData(HttpStatusCode.BadGateway, "<html>Bad gateway</html>")]
    [InlineData(HttpStatusCode.OK, "not JSON")]
    [InlineData(null, "The connection is refused.")]
    public async Task No_exception_prints_a_secret(HttpStatusCode? status, string body)
    {
        using var handler = new StubHandler(status, body);
        using var client = new ManagedAgentsClient(new ManagedAgentsOptions { ApiKey = Sample.Secret, Resilience = null }, handler);
        var request = new SessionCreateRequest
        {
            Agent = "agent_1",
            EnvironmentId = "env_1",
            Resources = [(SessionResource)Sample.Full(typeof(GitHubRepositoryResource))],
        };

        var exception = await Should.ThrowAsync<ManagedAgentsException>(() => client.Sessions.CreateAsync(request));

        handler.SawSecrets.ShouldBeTrue("The request contains the API key and the repository token.");
        exception.ToString().ShouldNotContain(Sample.Secret);
    }

    private static bool RevealsSecret(Type type)
    {
        var model = Sample.Full(type);
        return $"{model}{JsonSerializer.Serialize(model, ManagedAgentsJson.Options.GetTypeInfo(type))}".Contains(Sample.Secret, StringComparison.Ordinal);
    }

    [GeneratedRegex("(Token|Secret|Key|Password)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();

    private sealed class StubHandler(HttpStatusCode? status, string body) : HttpMessageHandler
    {
        public bool SawSecrets { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            SawSecrets = request.Headers.ToString().Contains(Sample.Secret, StringComparison.Ordinal)
                && (await request.Content!.ReadAsStringAsync(cancellationToken)).Contains(Sample.Secret, StringComparison.Ordinal);
            return status is null ? throw new HttpRequestException(body) : new HttpResponseMessage(status.Value) { Content = new StringContent(body) };
        }
    }
}
