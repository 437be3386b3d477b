using Microsoft.Extensions.Logging;

namespace Managed.Agents;

/// <summary>Runs calls and sends their answers in the background, and reports what happened.</summary>
/// <remarks>Used by one turn, from one thread at a time. Only the reports come from other threads.</remarks>
internal sealed class TurnCalls : IAsyncDisposable
{
    private readonly ToolExecutor _executor;
    private readonly AnswerSender _sender;
    private readonly AgentNames _names;
    private readonly ToolOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Action<TurnFact> _report;
    private readonly CancellationTokenSource _closing = new();
    private readonly Dictionary<string, CancellationTokenSource> _runs = new(StringComparer.Ordinal);
    private readonly List<Task> _tasks = [];

    public TurnCalls(SessionsClient sessions, string sessionId, TurnOptions options, TimeProvider time, ILogger logger, Action<TurnFact> report)
    {
        _executor = new ToolExecutor(options, time, logger);
        _sender = new AnswerSender(sessions.Events, sessionId, options.AnswerTimeout, time, logger, options.ContentErrorCodes);
        _names = new AgentNames(sessions, sessionId, logger);
        _options = options;
        _time = time;
        _logger = logger;
        _report = report;
    }

    /// <summary>Sends answers. It is used after the turn too, for its pending actions.</summary>
    public AnswerSender Sender => _sender;

    public bool Owns(ToolCall call) => _executor.Owns(call);

    public bool Runs(ToolCall call) => _executor.Runs(call);

    public void Observe(SessionEvent received) => _names.Observe(received);

    public void Run(CallRun run)
    {
        var stop = _runs[run.Call.Id] = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
        Start(() => RunAsync(run, stop.Token));
    }

    public void Cancel(CallRun run)
    {
        if (_runs.Remove(run.Call.Id, out var stop))
        {
            stop.Cancel();
        }
    }

    public void Send(CallRun run, SessionInput answer) => Start(() => SendAsync(run, answer));

    public void Close(ToolCall call) => Start(() => CloseAsync(call));

    /// <summary>Cancels what is running and waits for it, within the shutdown timeout.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        try
        {
            // Functions are abandoned after their timeout. A blocked approver or store must not block the turn either.
            await Task.WhenAll(_tasks).WaitAsync(_options.ToolShutdownTimeout + TimeSpan.FromSeconds(5), _time).ConfigureAwait(false);
            _executor.Dispose();
            foreach (var stop in _runs.Values)
            {
                stop.Dispose();
            }
        }
        catch (TimeoutException)
        {
            _logger.CallsAbandoned(_tasks.Count(static task => !task.IsCompleted));
        }
    }

    private void Start(Func<Task> work)
    {
        _tasks.RemoveAll(static task => task.IsCompletedSuccessfully);
        _tasks.Add(Task.Run(work));
    }

    private async Task RunAsync(CallRun run, CancellationToken cancellationToken)
    {
        try
        {
            var call = run.Call;
            if (_options.Approver is not null)
            {
                call = call with { AgentName = await _names.OfAsync(call.SessionThreadId, cancellationToken).ConfigureAwait(false) };
            }

            var result = await _executor.ExecuteAsync(call, run.IsConfirmed, wait => _report(new TurnFact.CallClaimedElsewhere(run, wait.Until)), cancellationToken).ConfigureAwait(false);
            _report(new TurnFact.CallExecuted(run, result));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _logger.CallCanceled(run.Call.Name, run.Call.Id);
        }
        catch (ToolApproverException problem)
        {
            _logger.ApproverFailed(problem, run.Call.Name, run.Call.Id);
            _report(new TurnFact.CallFailed(run, PendingReason.ApproverFailed, problem));
        }
        catch (ToolCallStoreException problem)
        {
            _logger.StoreFailed(problem, run.Call.Name, run.Call.Id);
            _report(new TurnFact.CallFailed(run, PendingReason.StoreFailed, problem));
        }
        catch (Exception problem)
        {
            _report(new TurnFact.Failed(problem));
        }
    }

    private async Task SendAsync(CallRun run, SessionInput answer)
    {
        try
        {
            _report(new TurnFact.AnswerSent(run, answer, await _sender.SendAsync(run.Call, answer, _closing.Token).ConfigureAwait(false)));
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            _logger.CallCanceled(run.Call.Name, run.Call.Id);
        }
        catch (Exception problem)
        {
            _report(new TurnFact.Failed(problem));
        }
    }

    private async Task CloseAsync(ToolCall call)
    {
        try
        {
            await _executor.ConfirmAsync(call, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            // The session has the answer. It does no harm if the store keeps the result longer.
            _logger.CallNotClosed(problem, call.Id);
        }
    }
}
