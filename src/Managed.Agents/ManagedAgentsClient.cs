using System.Diagnostics.CodeAnalysis;
using Managed.Agents.Dreams;
using Managed.Agents.Models;
using Managed.Agents.Tunnels;
using Managed.Agents.UserProfiles;
using Managed.Agents.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Managed.Agents;

/// <summary>The Managed Agents API: one property per resource, over one HTTP pipeline.</summary>
/// <remarks>
/// Thread-safe; make one and keep it. In a host, register it with <c>services.AddManagedAgents()</c> and take it, or the client of one
/// resource, from the container.
/// </remarks>
public class ManagedAgentsClient : IDisposable
{
    private readonly ApiConnection _connection;
    private readonly CallOptions _options;
    private readonly SocketsHttpHandler? _owned;

    /// <summary>Makes a client with the credential and the address of the environment variables.</summary>
    /// <exception cref="ArgumentException">There is no credential in the environment, or an address that cannot be used.</exception>
    public ManagedAgentsClient()
        : this(new ManagedAgentsOptions())
    {
    }

    /// <summary>Makes a client with an API key.</summary>
    /// <param name="apiKey">The API key.</param>
    /// <exception cref="ArgumentException">The key cannot be one.</exception>
    public ManagedAgentsClient(string apiKey)
        : this(new ManagedAgentsOptions { ApiKey = apiKey ?? throw new ArgumentNullException(nameof(apiKey)) })
    {
    }

    /// <summary>Makes a client over the same pipeline that <c>AddManagedAgents</c> gives, for programs without a container.</summary>
    /// <param name="options">The options. They are read now; later changes have no effect.</param>
    /// <param name="handler">Sends the requests in place of the client's own sockets. It is not disposed by the client.</param>
    /// <param name="loggerFactory">Where the client logs to.</param>
    /// <param name="timeProvider">The clock of time limits and waits.</param>
    /// <exception cref="ArgumentException">An option cannot be used; the message names it, the rule and the way out.</exception>
    public ManagedAgentsClient(
        ManagedAgentsOptions options, HttpMessageHandler? handler = null, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var used = options.Copy();
        ManagedAgentsEnvironment.Fill(used);
        if (ManagedAgentsOptionsValidator.Failures(used).ToList() is { Count: > 0 } failures)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, failures), nameof(options));
        }

        var settings = new ConnectionSettings(used);
        var own = handler is null ? PrimaryHandler.Create() : null;
        var authentication = new AuthenticationHandler(settings.Credential) { InnerHandler = handler ?? own! };
        _owned = own;
        _options = new CallOptions();
        _connection = new ApiConnection(
            settings,
            () => authentication,
            timeProvider ?? TimeProvider.System,
            loggerFactory?.CreateLogger(Log.Category) ?? NullLogger.Instance);
    }

    internal ManagedAgentsClient(ApiConnection connection, CallOptions options)
    {
        _connection = connection;
        _options = options;
    }

    /// <summary>Agents: the versioned definitions of what runs.</summary>
    public virtual AgentsClient Agents => field ??= new AgentsClient(_connection, _options);

    /// <summary>Environments: the sandboxes that sessions run in.</summary>
    public virtual EnvironmentsClient Environments => field ??= new EnvironmentsClient(_connection, _options);

    /// <summary>Sessions: runs of work, and below them their events.</summary>
    public virtual SessionsClient Sessions => field ??= new SessionsClient(_connection, _options);

    /// <summary>Vaults: credentials that sessions use and models never see.</summary>
    public virtual VaultsClient Vaults => field ??= new VaultsClient(_connection, _options);

    /// <summary>Memory stores: what agents remember from session to session.</summary>
    public virtual MemoryStoresClient MemoryStores => field ??= new MemoryStoresClient(_connection, _options);

    /// <summary>Files: what is uploaded for sessions, and what sessions make.</summary>
    public virtual FilesClient Files => field ??= new FilesClient(_connection, _options);

    /// <summary>Skills: folders with instructions and files that agents use.</summary>
    public virtual SkillsClient Skills => field ??= new SkillsClient(_connection, _options);

    /// <summary>Deployments: agents ready to be started, by a schedule or by hand.</summary>
    public virtual DeploymentsClient Deployments => field ??= new DeploymentsClient(_connection, _options);

    /// <summary>The runs of deployments.</summary>
    public virtual DeploymentRunsClient DeploymentRuns => field ??= new DeploymentRunsClient(_connection, _options);

    /// <summary>Dreams: passes over past sessions that tidy a memory store. A research preview.</summary>
    [Experimental(PreviewFeature.DiagnosticId)]
    public virtual DreamsClient Dreams => field ??= new DreamsClient(_connection, _options);

    /// <summary>Models: which there are and what they can do.</summary>
    public virtual ModelsClient Models => field ??= new ModelsClient(_connection, _options);

    /// <summary>Tunnels to MCP servers in private networks. A research preview.</summary>
    [Experimental(PreviewFeature.DiagnosticId)]
    public virtual TunnelsClient Tunnels => field ??= new TunnelsClient(_connection, _options);

    /// <summary>User profiles: the end users on whose behalf you call.</summary>
    public virtual UserProfilesClient UserProfiles => field ??= new UserProfilesClient(_connection, _options);

    /// <summary>Webhooks: the events that the service posts to addresses of yours.</summary>
    public virtual WebhooksClient Webhooks => field ??= new WebhooksClient(_connection, _options);

    /// <summary>The same client with what some calls need: beta values, a workspace, a time limit, headers, a look at the raw answer.</summary>
    /// <param name="options">What the calls of the returned client need. What they leave unset is taken from an earlier <see cref="With"/>; beta values and headers add up.</param>
    /// <returns>A client over the same connections. It is cheap, and need not be disposed.</returns>
    /// <exception cref="ArgumentException">A header, beta value or time limit cannot be sent; the message names it, the rule and the way out.</exception>
    public virtual ManagedAgentsClient With(CallOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ApiHeaders.Check(options);
        return new ManagedAgentsClient(_connection, options.Over(_options));
    }

    /// <summary>Calls an endpoint for which the client has no method: with the same authentication, retries and errors as any other call.</summary>
    /// <param name="request">Method, path and body.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer, whose status is a success.</returns>
    /// <exception cref="ArgumentException">The path leads away from the API.</exception>
    /// <exception cref="ManagedAgentsException">The call failed.</exception>
    public virtual Task<RawResponse> SendAsync(RawRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RawApi(_connection, _options).SendAsync(request, cancellationToken);
    }

    /// <summary>Closes the connections that the client made itself. A handler that was passed in, or that a container manages, is left alone.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections that the client made itself.</summary>
    /// <param name="disposing">Whether this is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _owned is not null)
        {
            _connection.Close();
            _owned.Dispose();
        }
    }
}
