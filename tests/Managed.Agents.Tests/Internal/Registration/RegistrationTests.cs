using System.Reflection;
using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Registration;

/// <summary>The services that <c>AddManagedAgents</c> and <c>AddKeyedManagedAgents</c> register.</summary>
public sealed class RegistrationTests
{
    public static TheoryData<Type> ResourceClients => Theories.Of(Below(typeof(ManagedAgentsClient)).Select(static path => path[^1].PropertyType));

    [Theory]
    [MemberData(nameof(ResourceClients))]
    public async Task Each_resource_client_is_registered_and_belongs_to_the_main_client(Type type)
    {
        await using var services = Services(static services =>
        {
            services.AddManagedAgents(static options => options.ApiKey = "key");
            services.AddKeyedManagedAgents("other", static options => options.ApiKey = "other");
        });
        var path = Below(typeof(ManagedAgentsClient)).Single(path => path[^1].PropertyType == type);

        services.GetRequiredService(type).ShouldBeSameAs(At(services.GetRequiredService<ManagedAgentsClient>(), path));
        services.GetRequiredKeyedService(type, "other").ShouldBeSameAs(At(services.GetRequiredKeyedService<ManagedAgentsClient>("other"), path));
    }

    private static IEnumerable<PropertyInfo[]> Below(Type type) =>
        from property in type.GetProperties()
        where property.PropertyType.Name.EndsWith("Client", StringComparison.Ordinal)
        from path in Below(property.PropertyType).Prepend([])
        select (PropertyInfo[])[property, .. path];

    private static object? At(object? client, PropertyInfo[] path) => path.Aggregate(client, static (outer, property) => property.GetValue(outer));

    [Fact]
    public async Task Default_and_keyed_clients_have_their_own_credential_address_and_handlers()
    {
        using var first = MockServer.Start(Responses.Agent());
        using var second = MockServer.Start(Responses.Agent());
        using var handler = new TestHandler(static (_, send, _) => send());
        await using var services = Services(services =>
        {
            services.AddManagedAgents(options => Configure(options, first.Address, "key-1"));
            services.AddKeyedManagedAgents("staging", options => Configure(options, second.Address, "key-2")).AddHttpMessageHandler(() => handler);
        });

        await services.GetRequiredService<ManagedAgentsClient>().Agents.GetAsync("agent_1").Guarded();
        handler.Calls.ShouldBe(0);
        await services.GetRequiredKeyedService<ManagedAgentsClient>("staging").Agents.GetAsync("agent_1").Guarded();

        first.Request.Header("authorization").ShouldBe("Bearer key-1");
        second.Request.Header("authorization").ShouldBe("Bearer key-2");
        handler.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_keyed_client_is_not_a_default_client()
    {
        await using var services = Services(static services => services.AddKeyedManagedAgents("staging", static options => options.ApiKey = "key"));

        services.GetService<ManagedAgentsClient>().ShouldBeNull();
        services.GetService<AgentsClient>().ShouldBeNull();
        services.GetKeyedService<ManagedAgentsClient>("other").ShouldBeNull();
        services.GetKeyedService<ManagedAgentsClient>("staging").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("staging")]
    public async Task Registering_twice_merges_the_options_without_duplicates(string? key)
    {
        using var server = MockServer.Start(Responses.Agent());
        using var handler = new TestHandler(static (_, send, _) => send());
        await using var services = Services(services =>
        {
            Add(services, key, options => Configure(options, server.Address, "key"));
            Add(services, key, static options => options.WorkspaceId = "wrkspc_1").AddHttpMessageHandler(() => handler);
        });

        services.GetKeyedServices<ManagedAgentsClient>(key).ShouldHaveSingleItem();
        await services.GetRequiredKeyedService<ManagedAgentsClient>(key).Agents.GetAsync("agent_1").Guarded();

        server.Request.Header("authorization").ShouldBe("Bearer key");
        server.Request.Header("anthropic-workspace-id").ShouldBe("wrkspc_1");
        handler.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Options_that_the_host_configures_separately_are_used()
    {
        using var server = MockServer.Start(Responses.Agent(), Responses.Agent());
        await using var services = Services(services =>
        {
            services.Configure<ManagedAgentsOptions>(options => Configure(options, server.Address, "key"));
            services.Configure<ManagedAgentsOptions>("staging", options => Configure(options, server.Address, "key-2"));
            services.AddManagedAgents();
            services.AddKeyedManagedAgents("staging");
            services.PostConfigureAll<ManagedAgentsOptions>(static options => options.WorkspaceId = "wrkspc_1");
        });

        await services.GetRequiredService<ManagedAgentsClient>().Agents.GetAsync("agent_1").Guarded();
        await services.GetRequiredKeyedService<ManagedAgentsClient>("staging").Agents.GetAsync("agent_1").Guarded();

        server.Requests.Select(static request => request.Header("authorization")).ShouldBe(["Bearer key", "Bearer key-2"]);
        server.Requests.ShouldAllBe(static request => request.Header("anthropic-workspace-id") == "wrkspc_1");
        services.GetRequiredService<IOptions<ManagedAgentsOptions>>().Value.ApiKey.ShouldBe("key");
    }

    [Fact]
    public async Task A_previously_registered_client_is_kept()
    {
        using var mine = Clients.To(new Uri("https://api.example"));
        await using var services = Services(services =>
        {
            services.AddSingleton(mine);
            services.AddManagedAgents();
        });

        services.GetRequiredService<ManagedAgentsClient>().ShouldBeSameAs(mine);
        services.GetRequiredService<AgentsClient>().ShouldBeSameAs(mine.Agents);
    }

    [Fact]
    public async Task The_clock_and_the_loggers_come_from_the_container()
    {
        var clock = new TestTimeProvider();
        var logs = new LogRecorder();
        using var server = MockServer.Start(Responses.Error(429, "rate_limit_error", ("retry-after", "10")), Responses.Agent());
        await using var services = Services(services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddLogging(builder => builder.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(logs));
            services.AddManagedAgents(options => Configure(options, server.Address, "key"));
        });

        var running = services.GetRequiredService<ManagedAgentsClient>().Agents.GetAsync("agent_1");
        await clock.WaitForTimersAsync(1);
        clock.Advance(TimeSpan.FromSeconds(10));
        await running.Guarded();

        logs.Entries.ShouldContain(static entry => entry.Category == "Managed.Agents" && entry.Message.Contains("429", StringComparison.Ordinal));
    }

    [Fact]
    public void Null_and_empty_arguments_are_rejected()
    {
        var services = new ServiceCollection();

        Should.Throw<ArgumentNullException>(() => services.AddManagedAgents((Action<ManagedAgentsOptions>)null!));
        Should.Throw<ArgumentNullException>(() => services.AddManagedAgents((Microsoft.Extensions.Configuration.IConfiguration)null!));
        Should.Throw<ArgumentException>(() => services.AddKeyedManagedAgents(""));
        Should.Throw<ArgumentNullException>(() => ((IServiceCollection)null!).AddManagedAgents());
        services.ShouldBeEmpty();
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string? key, Action<ManagedAgentsOptions> configure) =>
        key is null ? services.AddManagedAgents(configure) : services.AddKeyedManagedAgents(key, configure);

    private static void Configure(ManagedAgentsOptions options, Uri address, string key)
    {
        Clients.Configure(options, address);
        options.ApiKey = key;
    }

    private static ServiceProvider Services(Action<IServiceCollection> configure)
    {
        var services = new ServiceCollection();
        configure(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
