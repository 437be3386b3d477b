using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Managed.Agents;

/// <summary>Executes the tool calls of agents: asks for approval, claims the call, runs the function, and records the result. Turns use an executor; use it directly in your own event loop.</summary>
/// <remarks>
/// Call <see cref="ExecuteAsync"/> for each call when it arrives, send the input that it returns, then call <see cref="ConfirmAsync"/>. The
/// executor is thread-safe. If a process ends after a tool took effect and before its result was recorded, the outcome of the call is
/// unknown. No store can prevent that. The outcome is reported as unknown.
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

    /// <summary>Initializes a new instance of the <see cref="ToolExecutor"/> class.</summary>
    /// <param name="options">The functions and the options for running them.</param>
    /// <param name="timeProvider">The clock for timeouts and leases, or null for the system clock.</param>
    /// <param name="logger">The logger for exceptions of functions, or null for none.</param>
    /// <exception cref="ArgumentException">Two functions have the same name, or a function in <see cref="ToolOptions.BuiltInTools"/> does not have the name of a built-in tool.</exception>
    public ToolExecutor(ToolOptions options, TimeProvider? timeProvider = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var time = timeProvider ?? TimeProvider.System;
        _options = options;
        _tools = ByName(options, options.Tools, nameof(ToolOptions.Tools));
        _builtIns = ByName(options, options.BuiltInTools, nameof(ToolOptions.BuiltInTools));
        if (_builtIns.Keys.FirstOrDefault(static name => !CustomToolRules.IsBuiltIn(name)) is { } stranger)
        {
            throw new ArgumentException($"\"{stranger}\" is not the name of a built-in tool. Add the function to {nameof(ToolOptions.Tools)}.", nameof(options));
        }

        _places = new SemaphoreSlim(options.MaxParallelToolCalls);
        _approvals = new ApprovalDesk(options, time);
        _claims = new ToolCallClaims(options.ToolCallStore ?? new InMemoryToolCallStore(time), options.ToolCallLeaseDuration, time);
        _logger = logger ?? NullLogger.Instance;
        _invocation = new ToolInvocation(options, time, _logger);
    }

    /// <summary>Returns whether a call can be answered here: a function has its name, or the service requests a confirmation and there is an approver.</summary>
    /// <param name="call">The call.</param>
    /// <returns>False if the call must be left to its owner.</returns>
    public bool Owns(ToolCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return FunctionFor(call) is not null || (call.AsksForConfirmation && _options.Approver is not null);
    }

    /// <summary>Returns the answer to a call: asks for approval, and runs the function unless the call already has a result.</summary>
    /// <remarks>
    /// A call for which the service requests a confirmation is answered with the confirmation first. If it runs here, pass it again when it is
    /// confirmed. A cancellation also cancels the function; its outcome is then unknown, unless it still returns a result.
    /// </remarks>
    /// <param name="call">The call. Do not pass calls that are already answered.</param>
    /// <param name="isConfirmed">Whether a confirmation has allowed the call.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The input to send, or the reason why there is nothing to send.</returns>
    public async Task<ToolExecutionResult> ExecuteAsync(ToolCall call, bool isConfirmed = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        var owner = FunctionFor(call);
        (call, var mismatch) = ToolInputCheck.Check(call, owner);
        if (call.AsksForConfirmation && !isConfirmed)
        {
            if (mismatch is not null && _options.Approver is not null)
            {
                return new ToolExecutionResult(ToolExecutionResultKind.Confirmation, UserToolConfirmation.DenyUse(call.Id, mismatch));
            }

            return await _approvals.ConfirmAsync(call, cancellationToken).ConfigureAwait(false);
        }

        if (owner is not { } function || !MayRun(call))
        {
            return ToolExecutionResult.NotOurs;
        }

        if (mismatch is not null)
        {
            return Result(call, ToolResult.Error(mismatch));
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
                // Recorded, so that no other process runs a call that was denied here.
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

    /// <summary>Records that the session has the answer to a call, so that the store can discard the result.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that represents the operation.</returns>
    public Task ConfirmAsync(ToolCall call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return _claims.CloseAsync(call, cancellationToken);
    }

    /// <summary>Releases the resources of the executor. Running functions are not canceled.</summary>
    public void Dispose() => _places.Dispose();

    /// <summary>Whether a function runs the call here.</summary>
    internal bool Runs(ToolCall call) => FunctionFor(call) is not null;

    // The service decides about built-in tools. A call that it does not allow, or with an unrecognized decision, does not run here.
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
                throw new ArgumentException($"Two functions in {option} are named \"{function.Name}\". Names must be unique. Rename one of them.", nameof(options));
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
                // Started by a process whose lease has expired. The call must not run again.
                var answer = _options.OnUnknownOutcome is { } ask
                    ? await ask(call, cancellationToken).ConfigureAwait(false)
                    : ToolResult.Error("The call was started, but its outcome is unknown: it may or may not have taken effect. Check that before you call the tool again.");
                var given = _claims.Keep(claim.Record);
                await using (given.ConfigureAwait(false))
                {
                    return answer is null ? ToolExecutionResult.Open : await FinishAsync(call, given, answer, isUnknown: true).ConfigureAwait(false);
                }

        }
    }

    // Recorded even if the turn is being left, so that the call is not run again.
    private async Task<ToolExecutionResult> FinishAsync(ToolCall call, HeldClaim claim, ToolResult result, bool isUnknown)
    {
        try
        {
            var record = await claim.CompleteAsync(result, isUnknown).ConfigureAwait(false);
            return record.State == ToolCallState.Answered ? ToolExecutionResult.Answered : Result(call, record.Result ?? result, record.IsOutcomeUnknown);
        }
        catch (Exception problem)
        {
            // The store is not available. Sending the result saves it in the history of the session.
            _logger.ResultNotRecorded(problem, call.Id);
            return Result(call, result, isUnknown);
        }
    }
}
