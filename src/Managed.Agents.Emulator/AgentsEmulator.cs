namespace Managed.Agents.Emulator;

/// <summary>
/// The Managed Agents API on a loopback port of this machine: its resources, rules, state machine and event streams, with agents that do
/// what a script says. Requests are judged by the API's wire contract, so that what passes here is well formed there.
/// </summary>
public sealed partial class AgentsEmulator : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ScriptBook _scripts = new();
    private readonly FaultBook _faultBook = new();
    private readonly RequestLog _requests;
    private EmulatorServer? _server;
    private DeploymentResources? _deployments;
    private WebhookPost? _post;

    private AgentsEmulator(AgentsEmulatorOptions options)
    {
        _requests = new RequestLog(options.RememberedRequests);
        Faults = new EmulatorFaults(_faultBook, options.Seed);
    }

    /// <summary>Where the emulator listens.</summary>
    public Uri BaseAddress => _server!.BaseAddress;

    /// <summary>The API key that is let in.</summary>
    public string ApiKey { get; private set; } = "";

    /// <summary>The requests answered so far, oldest first; only so many of the newest as the options say.</summary>
    public IReadOnlyList<EmulatedRequest> Requests => _requests.Snapshot();

    /// <summary>What goes wrong on purpose: with streams, events, previews, the history, and requests.</summary>
    public EmulatorFaults Faults { get; }

    /// <summary>The webhooks that the emulator sends.</summary>
    public EmulatedWebhooks Webhooks { get; private set; } = null!;

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">How it behaves; the defaults suit tests.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
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

    /// <summary>Writes a script for every user message. Of several scripts that fit a message, the last written answers it.</summary>
    /// <param name="agent">The name of the agent the script is for; null for any.</param>
    public AgentScript OnAnyUserMessage(string? agent = null) => OnUserMessage(static _ => true, agent);

    /// <summary>Writes a script for user messages with exactly this text.</summary>
    /// <param name="text">The whole text of the message.</param>
    /// <param name="agent">The name of the agent the script is for; null for any.</param>
    public AgentScript OnUserMessage(string text, string? agent = null) => OnUserMessage(sent => sent == text, agent);

    /// <summary>Writes a script for user messages of a certain text.</summary>
    /// <param name="matches">Tells by the text whether a message fits.</param>
    /// <param name="agent">The name of the agent the script is for; null for any.</param>
    public AgentScript OnUserMessage(Func<string, bool> matches, string? agent = null) => _scripts.Add("user.message", matches, agent);

    /// <summary>Writes a script for outcomes. A script that never asks for an evaluation is found satisfactory in the end.</summary>
    /// <param name="matches">Tells by the description whether an outcome fits; null for every outcome.</param>
    /// <param name="agent">The name of the agent the script is for; null for any.</param>
    public AgentScript OnOutcome(Func<string, bool>? matches = null, string? agent = null) => _scripts.Add("user.define_outcome", matches ?? (static _ => true), agent);

    /// <summary>Makes a client for the emulator, with its address and its key.</summary>
    /// <param name="configure">Changes further options; null for none.</param>
    /// <param name="timeProvider">The clock of the client's own time limits and waits; null for the system's.</param>
    /// <returns>The client, to be disposed by the caller.</returns>
    public ManagedAgentsClient CreateClient(Action<ManagedAgentsOptions>? configure = null, TimeProvider? timeProvider = null)
    {
        var options = new ManagedAgentsOptions { ApiKey = ApiKey, BaseAddress = BaseAddress };
        configure?.Invoke(options);
        return new ManagedAgentsClient(options, timeProvider: timeProvider);
    }

    /// <summary>Stops the emulator; open streams end at once.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        if (_server is not null)
        {
            await _server.DisposeAsync().ConfigureAwait(false);
        }

        _deployments?.Dispose();
        _standalone?.Dispose();
        _post?.Dispose();
        _attachable?.Dispose();
    }

    private async Task RunAsync(AgentsEmulatorOptions options, CancellationToken cancellationToken)
    {
        var ids = new IdFactory(new Random(options.Seed));
        ApiKey = options.ApiKey ?? ids.New("sk-ant-emulator").Replace('_', '-');

        _post = new WebhookPost(options.TimeProvider, options.Seed, _stopping.Token);
        Webhooks = new EmulatedWebhooks(_post);
        var services = new EmulatorServices(options.TimeProvider, ids) { Webhooks = _post };
        var context = new EngineContext(services, options, _scripts, new WorkQueues(services), _faultBook, _stopping.Token);
        var agents = new AgentStore(services);
        var environments = new EnvironmentStore(services);
        _attachable = new AttachableResources(services, options);
        var sessions = new SessionStore(new SessionFactory(agents, environments, _attachable.Attachments, context), context) { Deleted = _attachable.Files.DeleteForSession };
        _sessions = sessions;
        environments.IsInUse = sessions.UsesEnvironment;
        _keys = new KeyRing(ApiKey, options.EnvironmentKey, ids);
        _work = new WorkOperations(environments, new WorkPoller(_keys, context, () => BaseAddress), context);
        _deployments = new DeploymentResources(agents, environments, sessions, _attachable.Attachments, context);

        var contract = ContractCatalog.Instance;
        var operations = new Operations(agents, environments, sessions, _attachable, _deployments, _work, context);
        _standalone = new StandaloneResources(services, _attachable, sessions);
        _standalone.AddTo(operations);
        _post.OfOrganization = _standalone.WebhookEndpoints.Targets;
        var pipeline = new RequestPipeline(new AccessRules(contract, _keys, new CallerRules(sessions)), new Router(contract), operations, _attachable.Forms, context, _requests);
        var control = new FaultControl(_faultBook, Faults, services);
        _server = await EmulatorServer.StartAsync(options.Port, http => FaultControl.IsFor(http) ? control.HandleAsync(http) : pipeline.HandleAsync(http), cancellationToken).ConfigureAwait(false);
    }
}
