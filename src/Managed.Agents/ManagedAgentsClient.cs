using System.Diagnostics.CodeAnalysis;
using Managed.Agents.Dreams;
using Managed.Agents.Models;
using Managed.Agents.Tunnels;
using Managed.Agents.UserProfiles;
using Managed.Agents.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Managed.Agents;

/// <summary>A client for the Managed Agents API. It has one property per resource; all of them share one HTTP pipeline.</summary>
/// <remarks>
/// The client is thread-safe. Create one and reuse it. In a host, register it with <c>services.AddManagedAgents()</c> and inject it, or
/// inject the client of one resource.
/// </remarks>
public class ManagedAgentsClient : IDisposable
{
    private readonly ApiConnection _connection;
    private readonly CallOptions _options;
    private readonly SocketsHttpHandler? _ownedHandler;

    /// <summary>Initializes a new instance of the <see cref="ManagedAgentsClient"/> class with the credential and the address from the environment variables.</summary>
    /// <exception cref="ArgumentException">The environment has no credential, or its address is not valid.</exception>
    public ManagedAgentsClient()
        : this(new ManagedAgentsOptions())
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ManagedAgentsClient"/> class with an API key.</summary>
    /// <param name="apiKey">The API key.</param>
    /// <exception cref="ArgumentException">The key is not a valid header value.</exception>
    public ManagedAgentsClient(string apiKey)
        : this(new ManagedAgentsOptions { ApiKey = apiKey ?? throw new ArgumentNullException(nameof(apiKey)) })
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ManagedAgentsClient"/> class with the same HTTP pipeline as <c>AddManagedAgents</c>, for programs without dependency injection.</summary>
    /// <param name="options">The options. They are copied; later changes have no effect.</param>
    /// <param name="handler">The handler that sends the requests, instead of the default handler. The client does not dispose it.</param>
    /// <param name="loggerFactory">The factory of the logger. Default: no logging.</param>
    /// <param name="timeProvider">The clock for timeouts and delays. Default: the system clock.</param>
    /// <param name="turnDefaults">The options of turns that are run without options. Turns with options take the functions, the approver and the store from here if they have none. Default: the defaults of <see cref="TurnOptions"/>.</param>
    /// <exception cref="ArgumentException">An option is not valid. The message names the option, the rule and the fix.</exception>
    public ManagedAgentsClient(
        ManagedAgentsOptions options, HttpMessageHandler? handler = null, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null, TurnOptions? turnDefaults = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var used = options.Copy();
        ManagedAgentsEnvironment.Fill(used);
        if (ManagedAgentsOptionsValidator.Failures(used).ToList() is { Count: > 0 } failures)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, failures), nameof(options));
        }

        var settings = new ConnectionSettings(used);
        _ownedHandler = handler is null ? PrimaryHandler.Create() : null;
        var authentication = new AuthenticationHandler(settings.Credential) { InnerHandler = handler ?? _ownedHandler! };
        _options = new CallOptions();
        _connection = new ApiConnection(
            settings,
            () => authentication,
            timeProvider ?? TimeProvider.System,
            loggerFactory?.CreateLogger(Log.Category) ?? NullLogger.Instance)
        {
            TurnDefaults = turnDefaults is null ? null : new Lazy<TurnOptions>(turnDefaults),
        };
    }

    internal ManagedAgentsClient(ApiConnection connection, CallOptions options)
    {
        _connection = connection;
        _options = options;
    }

    /// <summary>The client for agents, the versioned definitions of model, instructions and tools.</summary>
    public virtual AgentsClient Agents => field ??= new AgentsClient(_connection, _options);

    /// <summary>The client for environments, the configurations of the sandboxes that sessions run in.</summary>
    public virtual EnvironmentsClient Environments => field ??= new EnvironmentsClient(_connection, _options);

    /// <summary>The client for sessions and their events.</summary>
    public virtual SessionsClient Sessions => field ??= new SessionsClient(_connection, _options);

    /// <summary>The client for vaults, which hold credentials that sessions use and models never see.</summary>
    public virtual VaultsClient Vaults => field ??= new VaultsClient(_connection, _options);

    /// <summary>The client for memory stores, which keep what agents remember across sessions.</summary>
    public virtual MemoryStoresClient MemoryStores => field ??= new MemoryStoresClient(_connection, _options);

    /// <summary>The client for files: uploads for sessions, and outputs of sessions.</summary>
    public virtual FilesClient Files => field ??= new FilesClient(_connection, _options);

    /// <summary>The client for skills, folders with instructions and files for agents.</summary>
    public virtual SkillsClient Skills => field ??= new SkillsClient(_connection, _options);

    /// <summary>The client for deployments, which start sessions of an agent on a schedule or on request.</summary>
    public virtual DeploymentsClient Deployments => field ??= new DeploymentsClient(_connection, _options);

    /// <summary>The client for the runs of deployments.</summary>
    public virtual DeploymentRunsClient DeploymentRuns => field ??= new DeploymentRunsClient(_connection, _options);

    /// <summary>The client for dreams, jobs that revise a memory store from past sessions. This is a research preview.</summary>
    [Experimental(PreviewFeature.DiagnosticId)]
    public virtual DreamsClient Dreams => field ??= new DreamsClient(_connection, _options);

    /// <summary>The client for models and their capabilities.</summary>
    public virtual ModelsClient Models => field ??= new ModelsClient(_connection, _options);

    /// <summary>The client for tunnels to MCP servers in private networks. This is a research preview.</summary>
    [Experimental(PreviewFeature.DiagnosticId)]
    public virtual TunnelsClient Tunnels => field ??= new TunnelsClient(_connection, _options);

    /// <summary>The client for user profiles, the end users on whose behalf you call the API.</summary>
    public virtual UserProfilesClient UserProfiles => field ??= new UserProfilesClient(_connection, _options);

    /// <summary>The client for webhooks: verifying deliveries and managing endpoints.</summary>
    public virtual WebhooksClient Webhooks => field ??= new WebhooksClient(_connection, _options);

    /// <summary>Returns a client that uses additional options: beta values, a workspace, a timeout, headers, a callback for raw responses.</summary>
    /// <param name="options">The options for the calls of the returned client. Options that are not set are taken from this client. Beta values and headers are combined.</param>
    /// <returns>A client that shares the connections of this one. It is cheap to create and does not need to be disposed.</returns>
    /// <exception cref="ArgumentException">A header, beta value or timeout is not valid. The message names the value, the rule and the fix.</exception>
    public virtual ManagedAgentsClient With(CallOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ApiHeaders.Check(options);
        return new ManagedAgentsClient(_connection, options.WithDefaults(_options));
    }

    /// <summary>Sends a request to an endpoint that has no method in this client, with the same authentication, retries and exceptions as any other call.</summary>
    /// <param name="request">The method, path and body.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The response, which has a success status.</returns>
    /// <exception cref="ArgumentException">The path is not a valid path below the base address.</exception>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task<RawResponse> SendAsync(RawRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RawApi(_connection, _options).SendAsync(request, cancellationToken);
    }

    /// <summary>Closes the connections that the client created. A handler that was passed in or that belongs to a container is not disposed.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections that the client created.</summary>
    /// <param name="disposing">Whether the method is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _ownedHandler is not null)
        {
            _connection.Close();
            _ownedHandler.Dispose();
        }
    }
}
