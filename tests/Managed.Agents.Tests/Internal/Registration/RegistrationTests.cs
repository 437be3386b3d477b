using System.Reflection;
using Managed.Agents.Testing;
using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Registration;

/// <summary>What the container gives after <c>AddManagedAgents</c> and its keyed twin.</summary>
public sealed class RegistrationTests
{
    public static TheoryData<Type> ResourceClients => Theories.Of(Below(typeof(ManagedAgentsClient)).Select(static path => path[^1].PropertyType));

    [Theory]
    [MemberData(nameof(ResourceClients))]
    public async Task The_client_of_each_resource_is_there_and_is_that_of_the_client(Type type)
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
    public async Task The_default_client_and_keyed_ones_have_their_own_credential_address_and_handlers()
    {
        await using var first = await StubServer.StartAsync(Answers.Agent());
        await using var second = await StubServer.StartAsync(Answers.Agent());
        using var handler = new WireHandler(static (_, send, _) => send());
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
    public async Task A_keyed_client_alone_is_no_default_client()
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
    public async Task Registering_twice_joins_the_options_and_doubles_nothing(string? key)
    {
        await using var server = await StubServer.StartAsync(Answers.Agent());
        using var handler = new WireHandler(static (_, send, _) => send());
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
    public async Task Options_that_the_host_configures_by_itself_are_heard()
    {
        await using var server = await StubServer.StartAsync(Answers.Agent(), Answers.Agent());
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
    public async Task A_client_that_was_registered_before_stays()
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
    public async Task The_clock_and_the_logs_are_those_of_the_container()
    {
        var clock = new ManualTimeProvider();
        var logs = new LogRecorder();
        await using var server = await StubServer.StartAsync(Answers.Error(429, "rate_limit_error", ("retry-after", "10")), Answers.Agent());
        await using var services = Services(services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddLogging(builder => builder.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(logs));
            services.AddManagedAgents(options => Configure(options, server.Address, "key"));
        });

        var running = services.GetRequiredService<ManagedAgentsClient>().Agents.GetAsync("agent_1");
        await clock.WaitForTimersAsync(1).Guarded();
        clock.Advance(TimeSpan.FromSeconds(10));
        await running.Guarded();

        logs.Entries.ShouldContain(static entry => entry.Category == "Managed.Agents" && entry.Message.Contains("429", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_registered_for_nothing()
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
