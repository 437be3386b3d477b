namespace Managed.Agents.Emulator;

/// <summary>The webhooks that an emulator sends: to which endpoints, what was sent, and what may go wrong on the way.</summary>
/// <remarks>
/// Notices go out as from the service: signed, up to three attempts with jittered waits of 5 to 120 seconds on the emulator's clock, in no
/// order. Any 2xx acknowledges. A redirect disables the endpoint at once, and so do twenty failed attempts in a row. What happens while
/// there is no endpoint, or it is disabled, is never sent.
/// </remarks>
public sealed class EmulatedWebhooks
{
    private readonly WebhookPost _post;

    internal EmulatedWebhooks(WebhookPost post) => _post = post;

    /// <summary>The endpoints that were added here, in that order.</summary>
    public IReadOnlyList<EmulatedWebhookEndpoint> Endpoints => _post.Endpoints;

    /// <summary>Every attempt that came to its end, in that order, to whatever endpoint.</summary>
    public IReadOnlyList<EmulatedWebhookAttempt> Attempts => _post.Attempts;

    /// <summary>Registers an endpoint, as one does in the Console for a workspace. Unlike there, it may be on this machine and speak plain http.</summary>
    /// <param name="address">Where the notices go.</param>
    /// <param name="signingKey">The key to sign with (<c>whsec_…</c>); null for one that is made up from the emulator's seed.</param>
    /// <param name="eventTypes">The kinds that go there, such as <c>session.status_idled</c>; none for all.</param>
    /// <returns>The endpoint, with its key.</returns>
    /// <exception cref="ArgumentException">The address is not absolute or no http address, or the key is no key.</exception>
    public EmulatedWebhookEndpoint AddEndpoint(Uri address, string? signingKey = null, params IReadOnlyList<string> eventTypes)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(eventTypes);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException($"'{address}' is no address that webhooks can go to: it must be an absolute http or https address.", nameof(address));
        }

        var key = signingKey ?? _post.NewKey();
        if (!WebhookBytes.IsKey(key))
        {
            throw new ArgumentException("The signing key is no key: behind an optional whsec_ there must be base64.", nameof(signingKey));
        }

        return _post.Add(new EmulatedWebhookEndpoint(address, key, eventTypes));
    }

    /// <summary>Says where on this machine the public address of an endpoint is, that was made with the API for the organization. Asked for each notice.</summary>
    /// <value>Default: nowhere, so that an emulator never calls the network: nothing is delivered there.</value>
    public Func<Uri, Uri?> Reach { get => _post.Reach; set => _post.Reach = value ?? throw new ArgumentNullException(nameof(value)); }

    /// <summary>What goes wrong with deliveries that begin from now on.</summary>
    /// <value>Default: nothing.</value>
    public EmulatedWebhookFaults Faults { get => _post.Faults; set => _post.Faults = value ?? throw new ArgumentNullException(nameof(value)); }

    /// <summary>Sends a notice of any kind, also one that nothing in the emulator causes, such as <c>external_key.failed</c>.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="id">The id of the object that it is about.</param>
    /// <param name="further">Further ids of the notice by their names, such as <c>vault_id</c>.</param>
    /// <returns>The id of the delivery.</returns>
    public string Send(string type, string id, params IReadOnlyList<(string Name, string Id)> further)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(further);
        return _post.Ring(type, id, at: null, [.. further]);
    }

    /// <summary>Ends when nothing is under way any more: no attempt, no wait for the next one. Waits are on the emulator's clock, which a test may have to move.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The waiting.</returns>
    public Task WhenDeliveredAsync(CancellationToken cancellationToken = default) => _post.WhenQuietAsync(cancellationToken);

    /// <summary>Ends when so many attempts have come to their end. Then a test can move the clock over the wait before the next one.</summary>
    /// <param name="count">How many, counted from the start of the emulator.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The waiting.</returns>
    public Task WhenAttemptedAsync(int count, CancellationToken cancellationToken = default) => _post.WhenAttemptedAsync(count, cancellationToken);
}
