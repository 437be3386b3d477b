namespace Managed.Agents;

/// <summary>The calls of a turn: each is started as it appears, in the background, and its answer sent.</summary>
internal sealed class CallDesk(ToolExecutor executor, AnswerPost post, AgentNames names, ToolOptions options, TimeProvider time) : IAsyncDisposable
{
    private readonly Dictionary<string, TrackedCall> _calls = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _leaving = new();
    private TaskCompletionSource _changed = New();
    private Exception? _failure;

    public IReadOnlyList<ToolCall> UnknownOutcomes
    {
        get
        {
            lock (_calls)
            {
                return [.. _calls.Values.Where(static tracked => tracked.IsOutcomeUnknown).Select(static tracked => tracked.Call)];
            }
        }
    }

    /// <summary>Ends when something about a call has changed. Get it before looking.</summary>
    public Task Changed
    {
        get
        {
            lock (_calls)
            {
                return _changed.Task;
            }
        }
    }

    /// <summary>Throws what went wrong with a call: an approver, a store or the connection failed, or the caller is not let in.</summary>
    public void ThrowIfFailed()
    {
        if (_failure is { } failure)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }

    public bool Knows(string callId)
    {
        lock (_calls)
        {
            return _calls.ContainsKey(callId);
        }
    }

    /// <summary>How far a call is.</summary>
    public TrackedCall? Find(string callId)
    {
        lock (_calls)
        {
            return _calls.GetValueOrDefault(callId);
        }
    }

    /// <summary>Takes a call up, unless it is known already. One that waits for nobody is left alone.</summary>
    public void Start(ToolCall call, bool isWaitedFor = false)
    {
        lock (_calls)
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

    /// <summary>Takes note of what others do about calls.</summary>
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

    /// <summary>Gives running functions their time to end.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] running;
        await _leaving.CancelAsync().ConfigureAwait(false);
        lock (_calls)
        {
            running = [.. _calls.Values.Select(static tracked => tracked.Work)];
        }

        try
        {
            // Functions are left behind when their time is over; an approver or a store that hangs must not hold the turn either.
            await Task.WhenAll(running).WaitAsync(options.ToolShutdownTimeout + TimeSpan.FromSeconds(5), time).ConfigureAwait(false);
            executor.Dispose();
        }
        catch (TimeoutException)
        {
            // They end by themselves, and answer nothing.
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
        lock (_calls)
        {
            foreach (var tracked in _calls.Values.Where(tracked => tracked.Call.SessionThreadId == threadId && tracked.State == CallState.Busy))
            {
                tracked.Stop.Cancel();
            }
        }
    }

    // A confirmation by somebody else ends our own question, and lets a built-in tool run that is ours.
    private void Answered(TrackedCall tracked, UserToolConfirmationEvent? confirmation)
    {
        lock (_calls)
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
                // Before it is sent: the turn may be over before the send says that it is done.
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
            // Too big, or of a form that the service does not take: the agent learns at least that much.
            var excuse = ToolResult.Error("The tool ran, but its result was refused by the service and cannot be shown.").ToInput(call);
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
            // The session has the answer. That the store keeps its result for longer does no harm.
        }
    }

    /// <summary>Whether ours is the first confirmation.</summary>
    private bool Confirms(TrackedCall tracked)
    {
        lock (_calls)
        {
            return !tracked.IsConfirmed && (tracked.IsConfirmed = true);
        }
    }

    private void Settle(TrackedCall tracked, ToolExecutionResult answer, ManagedAgentsException? problem, CancellationToken token)
    {
        TaskCompletionSource changed;
        lock (_calls)
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
