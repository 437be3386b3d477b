namespace Managed.Agents.Emulator;

/// <summary>
/// Emulates the Managed Agents API on a loopback port of this machine: its resources, rules, state machine and event streams, with scripted
/// agents. Requests are validated against the API's wire contract.
/// </summary>
public sealed partial class AgentsEmulator : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ScriptRegistry _scripts = new();
    private readonly FaultRegistry _faultRegistry = new();
    private readonly RequestLog _requests;
    private EmulatorServer? _server;
    private DeploymentResources? _deployments;
    private WebhookDispatcher? _webhooks;

    private AgentsEmulator(AgentsEmulatorOptions options)
    {
        _requests = new RequestLog(options.RequestHistorySize);
        Faults = new EmulatorFaults(_faultRegistry, options.Seed);
    }

    /// <summary>The address that the emulator listens on.</summary>
    public Uri BaseAddress => _server!.BaseAddress;

    /// <summary>The API key that the emulator accepts.</summary>
    public string ApiKey { get; private set; } = "";

    /// <summary>The latest requests, oldest first. <see cref="AgentsEmulatorOptions.RequestHistorySize"/> limits their number.</summary>
    public IReadOnlyList<EmulatedRequest> Requests => _requests.Snapshot();

    /// <summary>Injects faults into streams, events, previews, the history, sessions and requests.</summary>
    public EmulatorFaults Faults { get; }

    /// <summary>The webhooks that the emulator sends, and their endpoints.</summary>
    public EmulatedWebhooks Webhooks { get; private set; } = null!;

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">The options. The defaults suit tests.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static async Task<AgentsEmulator> StartAsync(AgentsEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var settings = options ?? new AgentsEmulatorOptions();
        var emulator = new AgentsEmulator(settings);
        try
        {
            await emulator.RunAsync(settings, cancellationToken).ConfigureAwait(false);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Adds a script that runs for every user message. If several scripts match a message, the last one added runs.</summary>
    /// <param name="agent">The name of the agent that the script is for. Default: null, any agent.</param>
    public AgentScript OnAnyUserMessage(string? agent = null) => OnUserMessage(static _ => true, agent);

    /// <summary>Adds a script that runs when a user message has exactly this text.</summary>
    /// <param name="text">The complete text of the message.</param>
    /// <param name="agent">The name of the agent that the script is for. Default: null, any agent.</param>
    public AgentScript OnUserMessage(string text, string? agent = null) => OnUserMessage(sent => sent == text, agent);

    /// <summary>Adds a script that runs when the text of a user message satisfies a condition.</summary>
    /// <param name="matches">Returns whether the script runs for a message with this text.</param>
    /// <param name="agent">The name of the agent that the script is for. Default: null, any agent.</param>
    public AgentScript OnUserMessage(Func<string, bool> matches, string? agent = null) => _scripts.Add("user.message", matches, agent);

    /// <summary>
    /// Adds a script that runs when the client defines an outcome. A script without an evaluation ends with the result <c>satisfied</c>.
    /// </summary>
    /// <param name="matches">Returns whether the script runs for an outcome with this description. Default: null, every outcome.</param>
    /// <param name="agent">The name of the agent that the script is for. Default: null, any agent.</param>
    public AgentScript OnOutcome(Func<string, bool>? matches = null, string? agent = null) => _scripts.Add("user.define_outcome", matches ?? (static _ => true), agent);

    /// <summary>Creates a client with the emulator's address and API key.</summary>
    /// <param name="configure">Configures further options, or null.</param>
    /// <param name="timeProvider">The clock for the client's timeouts and delays. Default: the system's clock.</param>
    /// <returns>The client. The caller disposes it.</returns>
    public ManagedAgentsClient CreateClient(Action<ManagedAgentsOptions>? configure = null, TimeProvider? timeProvider = null)
    {
        var options = new ManagedAgentsOptions { ApiKey = ApiKey, BaseAddress = BaseAddress };
        configure?.Invoke(options);
        return new ManagedAgentsClient(options, timeProvider: timeProvider);
    }

    /// <summary>Stops the emulator. Open streams end immediately.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        if (_server is not null)
        {
            await _server.DisposeAsync().ConfigureAwait(false);
        }

        _deployments?.Dispose();
        _standalone?.Dispose();
        _webhooks?.Dispose();
        _attachable?.Dispose();
    }

    private async Task RunAsync(AgentsEmulatorOptions options, CancellationToken cancellationToken)
    {
        var ids = new IdFactory(new Random(options.Seed));
        ApiKey = options.ApiKey ?? ids.New("sk-ant-emulator").Replace('_', '-');

        _webhooks = new WebhookDispatcher(options.TimeProvider, options.Seed, _stopping.Token);
        Webhooks = new EmulatedWebhooks(_webhooks);
        var services = new EmulatorServices(options.TimeProvider, ids) { Webhooks = _webhooks };
        var context = new EngineContext(services, options, _scripts, new WorkQueues(services), _faultRegistry, _stopping.Token);
        var agents = new AgentStore(services);
        var environments = new EnvironmentStore(services);
        _attachable = new AttachableResources(services, options);
        var sessions = new SessionStore(new SessionFactory(agents, environments, _attachable.Attachments, context), context) { Deleted = _attachable.Files.DeleteForSession };
        _sessions = sessions;
        environments.IsInUse = sessions.UsesEnvironment;
        _keys = new ApiKeyRegistry(ApiKey, options.EnvironmentKey, ids);
        _work = new WorkOperations(environments, new WorkPoller(_keys, context, () => BaseAddress), context);
        _deployments = new DeploymentResources(agents, environments, sessions, _attachable.Attachments, context);

        var contract = ContractCatalog.Instance;
        var operations = new Operations(agents, environments, sessions, _attachable, _deployments, _work, context);
        _standalone = new StandaloneResources(services, _attachable, sessions);
        _standalone.AddTo(operations);
        _webhooks.OrganizationTargets = _standalone.WebhookEndpoints.Targets;
        var pipeline = new RequestPipeline(new AccessRules(contract, _keys, new CallerRules(sessions)), new Router(contract), operations, _attachable.Forms, context, _requests);
        var control = new FaultControl(_faultRegistry, Faults, services);
        _server = await EmulatorServer.StartAsync(options.Port, http => FaultControl.IsFor(http) ? control.HandleAsync(http) : pipeline.HandleAsync(http), cancellationToken).ConfigureAwait(false);
    }
}
