namespace Managed.Agents;

/// <summary>Tracks the calls of a turn. Each call is started in the background when it arrives, and its answer is sent.</summary>
internal sealed class CallDesk(ToolExecutor executor, AnswerPost post, AgentNames names, ToolOptions options, TimeProvider time) : IAsyncDisposable
{
    private readonly object _gate = new();
    private readonly Dictionary<string, TrackedCall> _calls = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _leaving = new();
    private TaskCompletionSource _changed = New();
    private Exception? _failure;

    public IReadOnlyList<ToolCall> UnknownOutcomes
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls.Values.Where(static tracked => tracked.IsOutcomeUnknown).Select(static tracked => tracked.Call)];
            }
        }
    }

    /// <summary>A task that completes when the state of a call changes. Read it before the states.</summary>
    public Task Changed
    {
        get
        {
            lock (_gate)
            {
                return _changed.Task;
            }
        }
    }

    /// <summary>Throws the exception of a failed call: an approver, a store or the connection failed, or access was denied.</summary>
    public void ThrowIfFailed()
    {
        if (_failure is { } failure)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }

    public bool Knows(string callId)
    {
        lock (_gate)
        {
            return _calls.ContainsKey(callId);
        }
    }

    /// <summary>Returns a tracked call, or null.</summary>
    public TrackedCall? Find(string callId)
    {
        lock (_gate)
        {
            return _calls.GetValueOrDefault(callId);
        }
    }

    /// <summary>Starts a call, unless it is already tracked. A call that does not wait for the client is ignored.</summary>
    public void Start(ToolCall call, bool isWaitedFor = false)
    {
        lock (_gate)
        {
            if (_calls.ContainsKey(call.Id))
            {
                return;
            }

            if (isWaitedFor || executor.Owns(call) || call.Kind == ToolCallKind.Custom || call.AsksForConfirmation)
            {
                var tracked = _calls[call.Id] = new TrackedCall(call, CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token));
                Run(tracked, isConfirmed: false);
            }
        }
    }

    /// <summary>Processes answers and other events that affect calls.</summary>
    public void Observe(SessionEvent received)
    {
        if (received is SessionThreadStatusTerminatedEvent { SessionThreadId: { } threadId })
        {
            Drop(threadId);
        }
        else if (AnswerPost.CallAnsweredBy(received) is { } callId && Find(callId) is { } tracked)
        {
            Answered(tracked, received as UserToolConfirmationEvent);
        }
    }

    /// <summary>Waits until running functions have ended or their shutdown timeout has expired.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] running;
        await _leaving.CancelAsync().ConfigureAwait(false);
        lock (_gate)
        {
            running = [.. _calls.Values.Select(static tracked => tracked.Work)];
        }

        try
        {
            // Functions are abandoned after their timeout. A blocked approver or store must not block the turn either.
            await Task.WhenAll(running).WaitAsync(options.ToolShutdownTimeout + TimeSpan.FromSeconds(5), time).ConfigureAwait(false);
            executor.Dispose();
        }
        catch (TimeoutException)
        {
            // They end on their own and their answers are not sent.
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Run(TrackedCall tracked, bool isConfirmed)
    {
        tracked.State = CallState.Busy;
        tracked.Work = Task.Run(() => AnswerAsync(tracked, isConfirmed));
    }

    private void Drop(string threadId)
    {
        lock (_gate)
        {
            foreach (var tracked in _calls.Values.Where(tracked => tracked.Call.SessionThreadId == threadId && tracked.State == CallState.Busy))
            {
                tracked.Stop.Cancel();
            }
        }
    }

    // A confirmation by another client cancels the own approval request, and starts a built-in tool that runs here.
    private void Answered(TrackedCall tracked, UserToolConfirmationEvent? confirmation)
    {
        lock (_gate)
        {
            if (confirmation is null)
            {
                tracked.IsAnswered = true;
                if (tracked.State != CallState.Busy)
                {
                    tracked.State = CallState.Answered;
                }
            }
            else if (!tracked.IsConfirmed)
            {
                tracked.IsConfirmed = true;
                tracked.Stop.Cancel();
                tracked.Stop = CancellationTokenSource.CreateLinkedTokenSource(_leaving.Token);
                if (confirmation.Result == ToolConfirmationResult.Allow && executor.Runs(tracked.Call))
                {
                    Run(tracked, isConfirmed: true);
                }
                else
                {
                    tracked.State = CallState.Answered;
                }
            }
        }
    }

    private async Task AnswerAsync(TrackedCall tracked, bool isConfirmed)
    {
        var token = tracked.Stop.Token;
        try
        {
            var call = tracked.Call;
            if (options.Approver is not null)
            {
                call = call with { AgentName = await names.OfAsync(call.SessionThreadId, token).ConfigureAwait(false) };
            }

            var answer = await executor.ExecuteAsync(call, isConfirmed, token).ConfigureAwait(false);
            if (answer.IsOutcomeUnknown)
            {
                // Set before the answer is sent, because the turn can end before the send returns.
                tracked.IsOutcomeUnknown = true;
            }

            if (answer.Kind == ToolExecutionResultKind.Confirmation && !Confirms(tracked))
            {
                return;
            }

            if (answer.Input is null)
            {
                Settle(tracked, answer, problem: null, token);
                return;
            }

            var problem = await SendAsync(call, answer, token).ConfigureAwait(false);
            if (problem is null && answer is { Kind: ToolExecutionResultKind.Confirmation, Input: UserToolConfirmation { Result: var result } } && result == ToolConfirmationResult.Allow && executor.Runs(call))
            {
                await AnswerAsync(tracked, isConfirmed: true).ConfigureAwait(false);
                return;
            }

            Settle(tracked, answer, problem, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            if (tracked.IsAnswered)
            {
                await CloseAsync(tracked.Call).ConfigureAwait(false);
            }

            Settle(tracked, ToolExecutionResult.Answered, problem: null, token);
        }
        catch (Exception failure)
        {
            _failure = failure;
            Settle(tracked, ToolExecutionResult.Answered, problem: null, token);
        }
    }

    private async Task<ManagedAgentsException?> SendAsync(ToolCall call, ToolExecutionResult answer, CancellationToken token)
    {
        var problem = await post.SendAsync(call, answer.Input!, token).ConfigureAwait(false);
        if (problem is not null && answer.Kind == ToolExecutionResultKind.Result)
        {
            // The result is too large or not valid for the service. The agent is told at least that.
            var excuse = ToolResult.Error("The tool ran, but the service rejected its result, so it cannot be shown.").ToInput(call);
            problem = await post.SendAsync(call, excuse, token).ConfigureAwait(false) is null ? null : problem;
        }

        if (problem is null && answer.Kind == ToolExecutionResultKind.Result)
        {
            await CloseAsync(call).ConfigureAwait(false);
        }

        return problem;
    }

    private async Task CloseAsync(ToolCall call)
    {
        try
        {
            await executor.ConfirmAsync(call, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The session has the answer. It does no harm if the store keeps the result longer.
        }
    }

    /// <summary>Returns whether this is the first confirmation, and marks the call as confirmed.</summary>
    private bool Confirms(TrackedCall tracked)
    {
        lock (_gate)
        {
            return !tracked.IsConfirmed && (tracked.IsConfirmed = true);
        }
    }

    private void Settle(TrackedCall tracked, ToolExecutionResult answer, ManagedAgentsException? problem, CancellationToken token)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            if (tracked.Stop.Token == token)
            {
                tracked.State = problem is not null ? CallState.Refused
                    : tracked.IsAnswered ? CallState.Answered
                    : answer.Kind switch
                    {
                        ToolExecutionResultKind.UnknownTool => CallState.NotOurs,
                        ToolExecutionResultKind.Deferred => CallState.Later,
                        ToolExecutionResultKind.LeftUnanswered => CallState.LeftOpen,
                        _ => CallState.Answered,
                    };
                tracked.Problem = problem;
            }

            changed = _changed;
            _changed = New();
        }

        changed.TrySetResult();
    }
}
