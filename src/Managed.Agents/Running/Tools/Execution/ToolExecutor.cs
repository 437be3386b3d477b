using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Managed.Agents;

/// <summary>Runs the tool calls of agents: decides, claims, runs, remembers. Turns use one; use it directly in an event loop of your own.</summary>
/// <remarks>
/// Call <see cref="ExecuteAsync"/> for each call as it appears, send the input that it gives, then call <see cref="ConfirmAsync"/>. Thread-safe.
/// What no store can promise: a process that ends between the effect of a tool and the record of its result leaves an outcome that is
/// unknown. It is reported as such, never guessed.
/// </remarks>
public sealed class ToolExecutor : IDisposable
{
    private readonly ToolOptions _options;
    private readonly Dictionary<string, AIFunction> _tools;
    private readonly Dictionary<string, AIFunction> _builtIns;
    private readonly SemaphoreSlim _places;
    private readonly ApprovalDesk _approvals;
    private readonly ToolCallClaims _claims;
    private readonly ToolInvocation _invocation;
    private readonly ILogger _logger;

    /// <summary>Makes an executor.</summary>
    /// <param name="options">The functions, and how they are run.</param>
    /// <param name="timeProvider">The clock of time limits and leases; null for the system's.</param>
    /// <param name="logger">Where failures of functions are logged, with their exceptions; null for nowhere.</param>
    /// <exception cref="ArgumentException">Two functions have the same name, or a built-in tool has a name that no built-in tool has.</exception>
    public ToolExecutor(ToolOptions options, TimeProvider? timeProvider = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var time = timeProvider ?? TimeProvider.System;
        _options = options;
        _tools = ByName(options, options.Tools, nameof(ToolOptions.Tools));
        _builtIns = ByName(options, options.BuiltInTools, nameof(ToolOptions.BuiltInTools));
        if (_builtIns.Keys.FirstOrDefault(static name => !CustomToolRules.IsBuiltIn(name)) is { } stranger)
        {
            throw new ArgumentException($"\"{stranger}\" is not the name of a built-in tool. Put the function into {nameof(ToolOptions.Tools)}.", nameof(options));
        }

        _places = new SemaphoreSlim(options.MaxParallelToolCalls);
        _approvals = new ApprovalDesk(options, time);
        _claims = new ToolCallClaims(options.ToolCallStore ?? new InMemoryToolCallStore(time), options.ToolCallLeaseDuration, time);
        _logger = logger ?? NullLogger.Instance;
        _invocation = new ToolInvocation(options, time, _logger);
    }

    /// <summary>Whether a call can be answered here: a function has its name, or the service asks whether it may run and there is an approver.</summary>
    /// <param name="call">The call.</param>
    /// <returns>False when it is to be left to its owner.</returns>
    public bool Owns(ToolCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return FunctionFor(call) is not null || (call.AsksForConfirmation && _options.Approver is not null);
    }

    /// <summary>Finds the answer to a call: decides whether it may run, runs it if it never ran, or finds the result of its run.</summary>
    /// <remarks>A call for which the service asks gets its confirmation first. One that runs here is passed again when it is confirmed.</remarks>
    /// <param name="call">The call. Of an event that has an answer already, do not ask.</param>
    /// <param name="isConfirmed">Whether a confirmation has allowed the call.</param>
    /// <param name="cancellationToken">Ends the wait, and the function. A function that was started then has an unknown outcome, unless it ends with a result all the same.</param>
    /// <returns>What to send, or why nothing is to be sent.</returns>
    public async Task<ToolExecutionResult> ExecuteAsync(ToolCall call, bool isConfirmed = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.AsksForConfirmation && !isConfirmed)
        {
            return await _approvals.ConfirmAsync(call, cancellationToken).ConfigureAwait(false);
        }

        if (FunctionFor(call) is not { } function || !MayRun(call))
        {
            return ToolExecutionResult.NotOurs;
        }

        if (!isConfirmed && function.GetService<ApprovalRequiredAIFunction>() is not null && !await _claims.ExistsAsync(call, cancellationToken).ConfigureAwait(false))
        {
            var verdict = await _approvals.DecideAsync(call, cancellationToken).ConfigureAwait(false);
            if (verdict.Kind == ToolApprovalDecisionKind.Defer)
            {
                return ToolExecutionResult.Later;
            }

            if (verdict.Kind != ToolApprovalDecisionKind.Allow)
            {
                // Kept, so that no other process runs what was denied here.
                var denial = ToolResult.Error(verdict.Reason is null ? "The call was denied." : $"The call was denied: {verdict.Reason}");
                await _claims.RecordAsync(call, denial, cancellationToken).ConfigureAwait(false);
            }
        }

        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await RunOnceAsync(call, function, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Records that the session has the answer to a call, so that its result need not be kept.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends when it is recorded.</returns>
    public Task ConfirmAsync(ToolCall call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return _claims.CloseAsync(call, cancellationToken);
    }

    /// <summary>Frees what the executor holds. Functions that still run are not ended by it; cancel them.</summary>
    public void Dispose() => _places.Dispose();

    /// <summary>Whether a function here has the name of the call.</summary>
    internal bool Runs(ToolCall call) => FunctionFor(call) is not null;

    // The service decides about built-in tools; what it does not allow, or decides in a way that is not known, does not run here.
    private static bool MayRun(ToolCall call) =>
        call.Kind == ToolCallKind.Custom || call.AsksForConfirmation || call.EvaluatedPermission == EvaluatedPermission.Allow;

    private static ToolExecutionResult Result(ToolCall call, ToolResult result, bool isOutcomeUnknown = false) =>
        new(ToolExecutionResultKind.Result, result.ToInput(call), isOutcomeUnknown);

    private static Dictionary<string, AIFunction> ByName(ToolOptions options, IReadOnlyList<AIFunction> functions, string option)
    {
        var byName = new Dictionary<string, AIFunction>(StringComparer.Ordinal);
        foreach (var function in functions)
        {
            if (!byName.TryAdd(function.Name, function))
            {
                throw new ArgumentException($"Two functions in {option} are named \"{function.Name}\". Calls are told apart by name; rename one of them.", nameof(options));
            }
        }

        return byName;
    }

    private AIFunction? FunctionFor(ToolCall call) => call.Kind switch
    {
        ToolCallKind.Custom => _tools.GetValueOrDefault(call.Name),
        ToolCallKind.BuiltIn => _builtIns.GetValueOrDefault(call.Name),
        _ => null,
    };

    private async Task<ToolExecutionResult> RunOnceAsync(ToolCall call, AIFunction function, CancellationToken cancellationToken)
    {
        var claim = await _claims.ClaimAsync(call, ToolTraits.IsIdempotentOf(function), cancellationToken).ConfigureAwait(false);
        switch (claim)
        {
            case { Record.State: ToolCallState.Answered }:
                return ToolExecutionResult.Answered;
            case { Record: { State: ToolCallState.Completed, Result: { } known } record }:
                return Result(call, known, record.IsOutcomeUnknown);
            case { IsOurs: true }:
                var running = _claims.Keep(claim.Record);
                await using (running.ConfigureAwait(false))
                {
                    var (result, isUnknown) = await _invocation.RunAsync(call, function, cancellationToken).ConfigureAwait(false);
                    return await FinishAsync(call, running, result, isUnknown && !ToolTraits.IsIdempotentOf(function)).ConfigureAwait(false);
                }

            default:
                // Started by somebody who gave no sign of life for longer than the lease, and not to be run again.
                var answer = _options.OnUnknownOutcome is { } ask
                    ? await ask(call, cancellationToken).ConfigureAwait(false)
                    : ToolResult.Error("The call was started, but what came of it is not known: it may have had its effect or not. Find out before you call the tool again.");
                var given = _claims.Keep(claim.Record);
                await using (given.ConfigureAwait(false))
                {
                    return answer is null ? ToolExecutionResult.Open : await FinishAsync(call, given, answer, isUnknown: true).ConfigureAwait(false);
                }

        }
    }

    // Recorded even when the turn is being left: this is what keeps the call from being run again.
    private async Task<ToolExecutionResult> FinishAsync(ToolCall call, HeldClaim claim, ToolResult result, bool isUnknown)
    {
        try
        {
            var record = await claim.CompleteAsync(result, isUnknown).ConfigureAwait(false);
            return record.State == ToolCallState.Answered ? ToolExecutionResult.Answered : Result(call, record.Result ?? result, record.IsOutcomeUnknown);
        }
        catch (Exception problem)
        {
            // The store is down, and the result is here: sent, it is safe in the history of the session.
            _logger.ResultNotRecorded(problem, call.Id);
            return Result(call, result, isUnknown);
        }
    }
}
