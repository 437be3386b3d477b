namespace Managed.Agents.Tests.Running.Once;

/// <summary>A kind of object that can be created once.</summary>
/// <param name="Operation">The create operation in the contract.</param>
/// <param name="Create">Creates another object of the kind.</param>
/// <param name="CreateOnce">Creates an object once, with a marker.</param>
/// <param name="List">Lists all objects of the kind.</param>
/// <param name="HasFilter">Whether the list has a filter by the time of creation.</param>
internal sealed record MarkedResource(
    string Operation,
    Func<ManagedAgentsClient, MarkedResource.Needs, int, Task> Create,
    Func<ManagedAgentsClient, MarkedResource.Needs, string?, Task<CreateOnceResult<ICreatedObject>>> CreateOnce,
    Func<ManagedAgentsClient, MarkedResource.Needs, Task<IReadOnlyList<ICreatedObject>>> List,
    bool HasFilter)
{
    public static IReadOnlyDictionary<string, MarkedResource> All { get; } = new Dictionary<string, MarkedResource>(StringComparer.Ordinal)
    {
        ["agents"] = Of(
            "agents.create",
            static (client, needs, number) => client.Agents.CreateAsync(Agent(number)),
            static (client, needs, marker) => client.Agents.CreateOnceAsync(Agent(0), marker),
            static (client, needs) => client.Agents.ListAsync(new() { PageSize = 100 }),
            hasFilter: true),
        ["sessions"] = Of(
            "sessions.create",
            static (client, needs, number) => client.Sessions.CreateAsync(Session(needs)),
            static (client, needs, marker) => client.Sessions.CreateOnceAsync(Session(needs), marker),
            static (client, needs) => client.Sessions.ListAsync(new() { PageSize = 100 }),
            hasFilter: true),
        ["environments"] = Of(
            "environments.create",
            static (client, needs, number) => client.Environments.CreateAsync(new() { Name = $"environment {number}" }),
            static (client, needs, marker) => client.Environments.CreateOnceAsync(new() { Name = "once" }, marker),
            static (client, needs) => client.Environments.ListAsync(new() { PageSize = 100 })),
        ["vaults"] = Of(
            "vaults.create",
            static (client, needs, number) => client.Vaults.CreateAsync(new() { DisplayName = $"vault {number}" }),
            static (client, needs, marker) => client.Vaults.CreateOnceAsync(new() { DisplayName = "once" }, marker),
            static (client, needs) => client.Vaults.ListAsync(new() { PageSize = 100 })),
        ["credentials"] = Of(
            "vaults.credentials.create",
            static (client, needs, number) => client.Vaults.Credentials.CreateAsync(needs.VaultId, Credential(number)),
            static (client, needs, marker) => client.Vaults.Credentials.CreateOnceAsync(needs.VaultId, Credential(-1), marker),
            static (client, needs) => client.Vaults.Credentials.ListAsync(needs.VaultId, new() { PageSize = 100 })),
        ["memory stores"] = Of(
            "memory_stores.create",
            static (client, needs, number) => client.MemoryStores.CreateAsync(new() { Name = $"store {number}" }),
            static (client, needs, marker) => client.MemoryStores.CreateOnceAsync(new() { Name = "once" }, marker),
            static (client, needs) => client.MemoryStores.ListAsync(new() { PageSize = 100 }),
            hasFilter: true),
        ["deployments"] = Of(
            "deployments.create",
            static (client, needs, number) => client.Deployments.CreateAsync(Deployment(needs)),
            static (client, needs, marker) => client.Deployments.CreateOnceAsync(Deployment(needs), marker),
            static (client, needs) => client.Deployments.ListAsync(new() { PageSize = 100 }),
            hasFilter: true),
        ["user profiles"] = Of(
            "ga.user_profiles.create",
            static (client, needs, number) => client.UserProfiles.CreateAsync(),
            static (client, needs, marker) => client.UserProfiles.CreateOnceAsync(marker: marker),
            static (client, needs) => client.UserProfiles.ListAsync(new() { PageSize = 100 })),
    };

    private static AgentCreateRequest Agent(int number) => new() { Name = $"agent {number}", Model = "claude-sonnet-5-5" };

    private static SessionCreateRequest Session(Needs needs) => new() { Agent = needs.AgentId, EnvironmentId = needs.EnvironmentId };

    private static DeploymentCreateRequest Deployment(Needs needs) => new() { Name = "d", Agent = needs.AgentId, EnvironmentId = needs.EnvironmentId, InitialEvents = ["hi"] };

    private static VaultCredentialCreateRequest Credential(int number) => new() { Auth = new EnvironmentVariableAuth($"TOKEN_{number + 1}", "secret", CredentialNetworking.Limited("registry.example")) };

    private static MarkedResource Of<T>(
        string operation,
        Func<ManagedAgentsClient, Needs, int, Task<T>> create,
        Func<ManagedAgentsClient, Needs, string?, Task<CreateOnceResult<T>>> createOnce,
        Func<ManagedAgentsClient, Needs, AsyncPageable<T>> list,
        bool hasFilter = false)
        where T : class, ICreatedObject =>
        new(
            operation,
            create,
            async (client, needs, marker) =>
            {
                var result = await createOnce(client, needs, marker);
                return new CreateOnceResult<ICreatedObject> { Outcome = result.Outcome, Value = result.Value, Marker = result.Marker, Attempts = result.Attempts };
            },
            async (client, needs) => await list(client, needs).ToListAsync(),
            hasFilter);

    /// <summary>What other objects refer to.</summary>
    public sealed record Needs(string AgentId, string EnvironmentId, string VaultId);
}
