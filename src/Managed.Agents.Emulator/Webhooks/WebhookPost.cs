using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Sends notices to every endpoint that wants them.</summary>
internal sealed class WebhookPost(TimeProvider time, int seed, CancellationToken stopping) : IDisposable
{
    // Ids and waits of their own, so that the ids of everything else do not depend on whether anybody listens.
    private readonly Random _random = new(unchecked((seed * 397) ^ 0x7765_6268));
    private readonly List<EmulatedWebhookEndpoint> _endpoints = [];
    private readonly List<EmulatedWebhookAttempt> _attempts = [];
    private readonly List<WebhookParcel> _gathered = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private readonly WebhookCourier _courier = new();
    private TaskCompletionSource _quiet = Quiet();
    private int _underWay;
    private string? _organizationId;
    private string? _workspaceId;

    /// <summary>Where on this machine a public address is.</summary>
    public Func<Uri, Uri?> Reach { get; set; } = static _ => null;

    /// <summary>The endpoints of the organization, which the API manages, as far as they can be reached.</summary>
    public Func<Func<Uri, Uri?>, IReadOnlyList<WebhookTarget>> OfOrganization { get; set; } = static _ => [];

    public EmulatedWebhookFaults Faults
    {
        get;
        set
        {
            field = value;
            Flush();
        }
    } = new();

    public IReadOnlyList<EmulatedWebhookEndpoint> Endpoints => Snapshot(_endpoints);

    public IReadOnlyList<EmulatedWebhookAttempt> Attempts => Snapshot(_attempts);

    public EmulatedWebhookEndpoint Add(EmulatedWebhookEndpoint endpoint)
    {
        lock (_random)
        {
            _endpoints.Add(endpoint);
            return endpoint;
        }
    }

    public string NewKey()
    {
        var key = new byte[32];
        lock (_random)
        {
            _random.NextBytes(key);
        }

        return $"whsec_{Convert.ToBase64String(key)}";
    }

    /// <summary>Tells that something happened. It returns at once; whoever calls may hold locks.</summary>
    /// <param name="type">The kind of the notice.</param>
    /// <param name="objectId">What it is about.</param>
    /// <param name="at">When it happened; null for now.</param>
    /// <param name="further">Further ids of the notice.</param>
    /// <returns>The id of the delivery.</returns>
    public string Ring(string type, string objectId, DateTimeOffset? at = null, params ReadOnlySpan<(string Name, string Id)> further)
    {
        List<WebhookParcel> deliveries = [];
        string id;
        lock (_random)
        {
            var ids = new IdFactory(_random);
            id = ids.New("whe");
            List<WebhookTarget> targets = [.. _endpoints.Select(static endpoint => new AddedTarget(endpoint)), .. OfOrganization(Reach)];
            targets.RemoveAll(target => !target.Wants(type));
            if (targets.Count == 0)
            {
                return id;
            }

            _organizationId ??= ids.New("org");
            _workspaceId ??= ids.New("wrkspc");
            var data = new JsonObject { ["type"] = type, ["id"] = objectId, ["organization_id"] = _organizationId };
            if (!IsOfOrganization(type))
            {
                data["workspace_id"] = _workspaceId;
            }

            foreach (var (name, value) in further)
            {
                data[name] = value;
            }

            var body = WebhookBytes.Envelope(id, at ?? time.GetUtcNow(), data);
            var faults = Faults;
            deliveries.AddRange(
                from target in targets
                from copy in Enumerable.Range(0, faults.Copies)
                select new WebhookParcel(target, id, type, objectId, body, faults.AlsoSignWith));
            if (faults.ReverseInGroupsOf > 1)
            {
                _gathered.AddRange(deliveries);
                deliveries = [];
                while (_gathered.Count >= faults.ReverseInGroupsOf)
                {
                    Start([.. _gathered.Take(faults.ReverseInGroupsOf).Reverse()], faults.Delay);
                    _gathered.RemoveRange(0, faults.ReverseInGroupsOf);
                }
            }

            foreach (var delivery in deliveries)
            {
                Start([delivery], faults.Delay);
            }
        }

        return id;
    }

    public async Task WhenQuietAsync(CancellationToken cancellationToken)
    {
        Flush();
        Task quiet;
        lock (_random)
        {
            quiet = _quiet.Task;
        }

        await quiet.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task WhenAttemptedAsync(int count, CancellationToken cancellationToken)
    {
        lock (_random)
        {
            if (_attempts.Count >= count)
            {
                return Task.CompletedTask;
            }

            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((count, reached));
            return reached.Task.WaitAsync(cancellationToken);
        }
    }

    public void Dispose() => _courier.Dispose();

    private static bool IsOfOrganization(string type) =>
        type.StartsWith("user_profile.", StringComparison.Ordinal) || type.StartsWith("external_key.", StringComparison.Ordinal)
        || type.StartsWith("external_storage.", StringComparison.Ordinal);

    private static TaskCompletionSource Quiet()
    {
        var quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        quiet.SetResult();
        return quiet;
    }

    private T[] Snapshot<T>(List<T> list)
    {
        lock (_random)
        {
            return [.. list];
        }
    }

    private void Flush()
    {
        lock (_random)
        {
            foreach (var delivery in _gathered)
            {
                Start([delivery], TimeSpan.Zero);
            }

            _gathered.Clear();
        }
    }

    private void Start(IReadOnlyList<WebhookParcel> inOrder, TimeSpan delay)
    {
        if (_underWay++ == 0)
        {
            _quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _ = Task.Run(() => DeliverAllAsync(inOrder, delay), CancellationToken.None);
    }

    private async Task DeliverAllAsync(IReadOnlyList<WebhookParcel> inOrder, TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, time, stopping).ConfigureAwait(false);

            // The first attempts keep their order; what has to be repeated does so by itself.
            var repeated = new List<Task>();
            foreach (var delivery in inOrder)
            {
                if (!await AttemptAsync(delivery, number: 1).ConfigureAwait(false))
                {
                    repeated.Add(RepeatAsync(delivery));
                }
            }

            await Task.WhenAll(repeated).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The emulator stops; what is left is dropped.
        }
        finally
        {
            lock (_random)
            {
                if (--_underWay == 0)
                {
                    _quiet.TrySetResult();
                }
            }
        }
    }

    private async Task RepeatAsync(WebhookParcel delivery)
    {
        for (var number = 2; number <= WebhookCourier.Attempts; number++)
        {
            TimeSpan wait;
            lock (_random)
            {
                wait = WebhookCourier.WaitBefore(number, _random.NextDouble());
            }

            await Task.Delay(wait, time, stopping).ConfigureAwait(false);
            if (!delivery.Target.Wants(delivery.Type) || await AttemptAsync(delivery, number).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    /// <returns>Whether the delivery is over: acknowledged, or its endpoint disabled.</returns>
    private async Task<bool> AttemptAsync(WebhookParcel delivery, int number)
    {
        var status = await _courier.PostAsync(delivery, time.GetUtcNow(), stopping).ConfigureAwait(false);
        var attempt = new EmulatedWebhookAttempt(delivery.Id, delivery.Type, delivery.ObjectId, delivery.Target.Address, number, status);
        lock (_random)
        {
            _attempts.Add(attempt);
            foreach (var (_, reached) in _waiting.Where(waiting => waiting.Count <= _attempts.Count))
            {
                reached.TrySetResult();
            }

            _waiting.RemoveAll(waiting => waiting.Count <= _attempts.Count);
        }

        if (status is >= 300 and < 400)
        {
            delivery.Target.Disable($"answered {status}, a redirect");
            return true;
        }

        delivery.Target.Note(attempt.IsAcknowledged);
        return attempt.IsAcknowledged;
    }

    private sealed class AddedTarget(EmulatedWebhookEndpoint endpoint) : WebhookTarget
    {
        public override Uri Address => endpoint.Address;

        public override string SigningKey => endpoint.SigningKey;

        public override bool Wants(string type) => endpoint.Wants(type);

        public override void Note(bool isAcknowledged) => endpoint.Note(isAcknowledged, WebhookCourier.FailuresInARow);

        public override void Disable(string reason) => endpoint.Disable(reason);
    }
}
