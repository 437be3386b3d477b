using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Sends webhooks to every endpoint that subscribes to them.</summary>
internal sealed class WebhookDispatcher(TimeProvider time, int seed, CancellationToken stopping) : IDisposable
{
    private readonly object _gate = new();

    // A separate random source, because all other ids must not depend on whether an endpoint exists.
    private readonly Random _random = new(unchecked((seed * 397) ^ 0x7765_6268));
    private readonly List<EmulatedWebhookEndpoint> _endpoints = [];
    private readonly List<EmulatedWebhookAttempt> _attempts = [];
    private readonly List<OutgoingWebhook> _heldBack = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private readonly WebhookSender _sender = new();
    private TaskCompletionSource _delivered = Completed();
    private int _active;
    private string? _organizationId;
    private string? _workspaceId;

    /// <summary>Maps the public address of an endpoint to an address on this machine, or null.</summary>
    public Func<Uri, Uri?> AddressResolver { get; set; } = static _ => null;

    /// <summary>Returns the endpoints that were created with the API and whose addresses can be resolved.</summary>
    public Func<Func<Uri, Uri?>, IReadOnlyList<WebhookTarget>> OrganizationTargets { get; set; } = static _ => [];

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
        lock (_gate)
        {
            _endpoints.Add(endpoint);
            return endpoint;
        }
    }

    public string NewKey()
    {
        var key = new byte[32];
        lock (_gate)
        {
            _random.NextBytes(key);
        }

        return $"whsec_{Convert.ToBase64String(key)}";
    }

    /// <summary>Queues a webhook for every endpoint that subscribes to its type. Returns immediately, so the caller may hold locks.</summary>
    /// <param name="type">The type of the webhook.</param>
    /// <param name="objectId">The id of the object that it reports.</param>
    /// <param name="at">The time of the event; null for now.</param>
    /// <param name="relatedIds">Further ids in the data of the webhook.</param>
    /// <returns>The id of the delivery.</returns>
    public string Send(string type, string objectId, DateTimeOffset? at = null, params ReadOnlySpan<(string Name, string Id)> relatedIds)
    {
        List<OutgoingWebhook> deliveries = [];
        string id;
        lock (_gate)
        {
            var ids = new IdFactory(_random);
            id = ids.New("whe");
            List<WebhookTarget> targets = [.. _endpoints.Select(static endpoint => new AddedTarget(endpoint)), .. OrganizationTargets(AddressResolver)];
            targets.RemoveAll(target => !target.Wants(type));
            if (targets.Count == 0)
            {
                return id;
            }

            _organizationId ??= ids.New("org");
            _workspaceId ??= ids.New("wrkspc");
            var data = new JsonObject { ["type"] = type, ["id"] = objectId, ["organization_id"] = _organizationId };
            if (!IsOrganizationEvent(type))
            {
                data["workspace_id"] = _workspaceId;
            }

            foreach (var (name, value) in relatedIds)
            {
                data[name] = value;
            }

            var body = WebhookEnvelope.Create(id, at ?? time.GetUtcNow(), data);
            var faults = Faults;
            deliveries.AddRange(
                from target in targets
                from copy in Enumerable.Range(0, faults.Copies)
                select new OutgoingWebhook(target, id, type, objectId, body, faults.AdditionalSigningKey));
            if (faults.ReverseBatchSize > 1)
            {
                _heldBack.AddRange(deliveries);
                deliveries = [];
                while (_heldBack.Count >= faults.ReverseBatchSize)
                {
                    Start([.. _heldBack.Take(faults.ReverseBatchSize).Reverse()], faults.Delay);
                    _heldBack.RemoveRange(0, faults.ReverseBatchSize);
                }
            }

            foreach (var delivery in deliveries)
            {
                Start([delivery], faults.Delay);
            }
        }

        return id;
    }

    public async Task WaitForDeliveriesAsync(CancellationToken cancellationToken)
    {
        Flush();
        Task delivered;
        lock (_gate)
        {
            delivered = _delivered.Task;
        }

        await delivered.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task WaitForAttemptsAsync(int count, CancellationToken cancellationToken)
    {
        lock (_gate)
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

    public void Dispose() => _sender.Dispose();

    private static bool IsOrganizationEvent(string type) =>
        type.StartsWith("user_profile.", StringComparison.Ordinal) || type.StartsWith("external_key.", StringComparison.Ordinal)
        || type.StartsWith("external_storage.", StringComparison.Ordinal);

    private static TaskCompletionSource Completed()
    {
        var completed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        completed.SetResult();
        return completed;
    }

    private T[] Snapshot<T>(List<T> list)
    {
        lock (_gate)
        {
            return [.. list];
        }
    }

    private void Flush()
    {
        lock (_gate)
        {
            foreach (var delivery in _heldBack)
            {
                Start([delivery], TimeSpan.Zero);
            }

            _heldBack.Clear();
        }
    }

    private void Start(IReadOnlyList<OutgoingWebhook> inOrder, TimeSpan delay)
    {
        if (_active++ == 0)
        {
            _delivered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _ = Task.Run(() => DeliverAllAsync(inOrder, delay), CancellationToken.None);
    }

    private async Task DeliverAllAsync(IReadOnlyList<OutgoingWebhook> inOrder, TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, time, stopping).ConfigureAwait(false);

            // The first attempts keep their order. Retries run independently.
            var retries = new List<Task>();
            foreach (var delivery in inOrder)
            {
                if (!await AttemptAsync(delivery, number: 1).ConfigureAwait(false))
                {
                    retries.Add(RetryAsync(delivery));
                }
            }

            await Task.WhenAll(retries).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The emulator stops and drops the remaining deliveries.
        }
        finally
        {
            lock (_gate)
            {
                if (--_active == 0)
                {
                    _delivered.TrySetResult();
                }
            }
        }
    }

    private async Task RetryAsync(OutgoingWebhook delivery)
    {
        for (var number = 2; number <= WebhookSender.MaxAttempts; number++)
        {
            TimeSpan delay;
            lock (_gate)
            {
                delay = WebhookSender.DelayBefore(number, _random.NextDouble());
            }

            await Task.Delay(delay, time, stopping).ConfigureAwait(false);
            if (!delivery.Target.Wants(delivery.Type) || await AttemptAsync(delivery, number).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    /// <returns>Whether the delivery has ended: it was acknowledged, or its endpoint was disabled.</returns>
    private async Task<bool> AttemptAsync(OutgoingWebhook delivery, int number)
    {
        var status = await _sender.PostAsync(delivery, time.GetUtcNow(), stopping).ConfigureAwait(false);
        var attempt = new EmulatedWebhookAttempt(delivery.Id, delivery.Type, delivery.ObjectId, delivery.Target.Address, number, status);
        lock (_gate)
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
            delivery.Target.Disable($"responded with {status}, a redirect");
            return true;
        }

        delivery.Target.RecordAttempt(attempt.IsAcknowledged);
        return attempt.IsAcknowledged;
    }

    private sealed class AddedTarget(EmulatedWebhookEndpoint endpoint) : WebhookTarget
    {
        public override Uri Address => endpoint.Address;

        public override string SigningKey => endpoint.SigningKey;

        public override bool Wants(string type) => endpoint.Wants(type);

        public override void RecordAttempt(bool isAcknowledged) => endpoint.RecordAttempt(isAcknowledged, WebhookSender.MaxConsecutiveFailures);

        public override void Disable(string reason) => endpoint.Disable(reason);
    }
}
