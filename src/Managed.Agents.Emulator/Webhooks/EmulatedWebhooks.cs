namespace Managed.Agents.Emulator;

/// <summary>The webhooks that an emulator sends: their endpoints, attempts and faults.</summary>
/// <remarks>
/// Webhooks are sent as the service sends them: signed, in no particular order, with up to three attempts and jittered delays of 5 to 120
/// seconds on
/// the emulator's clock. Any 2xx status acknowledges a webhook. A redirect disables the endpoint immediately, and so do twenty consecutive
/// failed
/// attempts. Events that happen while no endpoint is enabled are never sent.
/// </remarks>
public sealed class EmulatedWebhooks
{
    private readonly WebhookDispatcher _dispatcher;

    internal EmulatedWebhooks(WebhookDispatcher dispatcher) => _dispatcher = dispatcher;

    /// <summary>The endpoints that <see cref="AddEndpoint"/> added, in that order.</summary>
    public IReadOnlyList<EmulatedWebhookEndpoint> Endpoints => _dispatcher.Endpoints;

    /// <summary>The completed attempts to all endpoints, in order of completion.</summary>
    public IReadOnlyList<EmulatedWebhookAttempt> Attempts => _dispatcher.Attempts;

    /// <summary>Adds an endpoint, as the Console does for a workspace. Here it may be on this machine and use plain http.</summary>
    /// <param name="address">The address to post webhooks to.</param>
    /// <param name="signingKey">The key to sign with (<c>whsec_…</c>). Default: null, a key generated from the emulator's seed.</param>
    /// <param name="eventTypes">The types of webhooks to send, such as <c>session.status_idled</c>. None: all types.</param>
    /// <returns>The endpoint, with its key.</returns>
    /// <exception cref="ArgumentException">The address is not an absolute http or https address, or the key is not valid.</exception>
    public EmulatedWebhookEndpoint AddEndpoint(Uri address, string? signingKey = null, params string[] eventTypes)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(eventTypes);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException($"'{address}' is not a valid webhook address: it must be an absolute http or https address.", nameof(address));
        }

        var key = signingKey ?? _dispatcher.NewKey();
        if (!WebhookEnvelope.IsKey(key))
        {
            throw new ArgumentException("The signing key is not valid: it must be base64, optionally with the prefix 'whsec_'.", nameof(signingKey));
        }

        return _dispatcher.Add(new EmulatedWebhookEndpoint(address, key, eventTypes));
    }

    /// <summary>Maps the public address of an endpoint, created with the API for the organization, to an address on this machine. Called for every webhook.</summary>
    /// <value>Default: returns null for every address, so the emulator never calls the network and such endpoints receive nothing.</value>
    public Func<Uri, Uri?> AddressResolver { get => _dispatcher.AddressResolver; set => _dispatcher.AddressResolver = value ?? throw new ArgumentNullException(nameof(value)); }

    /// <summary>The faults of deliveries that start from now on.</summary>
    /// <value>Default: no faults.</value>
    public EmulatedWebhookFaults Faults { get => _dispatcher.Faults; set => _dispatcher.Faults = value ?? throw new ArgumentNullException(nameof(value)); }

    /// <summary>Sends a webhook of any type, including types that the emulator never sends otherwise, such as <c>external_key.failed</c>.</summary>
    /// <param name="type">The type of the webhook.</param>
    /// <param name="id">The id of the object that it reports.</param>
    /// <param name="relatedIds">Further ids in its data by name, such as <c>vault_id</c>.</param>
    /// <returns>The id of the delivery.</returns>
    public string Send(string type, string id, params (string Name, string Id)[] relatedIds)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(relatedIds);
        return _dispatcher.Send(type, id, at: null, relatedIds);
    }

    /// <summary>Waits until every delivery has ended and no retry is scheduled. Retry delays are on the emulator's clock, which a test may have to advance.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when nothing is left to deliver.</returns>
    public Task WaitForDeliveriesAsync(CancellationToken cancellationToken = default) => _dispatcher.WaitForDeliveriesAsync(cancellationToken);

    /// <summary>Waits until a number of attempts has completed. A test can then advance the clock past the delay of the next attempt.</summary>
    /// <param name="count">The number of attempts since the emulator started.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the number is reached.</returns>
    public Task WaitForAttemptsAsync(int count, CancellationToken cancellationToken = default) => _dispatcher.WaitForAttemptsAsync(count, cancellationToken);
}
