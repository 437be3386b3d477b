using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Managed.Agents;

/// <summary>Executes the tool calls of agents: checks the input, asks for approval, claims the call, runs the function, and records the result. Turns use an executor; use it directly in your own event loop.</summary>
/// <remarks>
/// Call <see cref="ExecuteAsync(ToolCall, bool, CancellationToken)"/> for each call when it arrives, send the input that it returns, then call
/// <see cref="ConfirmAsync"/>. The executor is thread-safe. It remembers the calls that it started or that were denied, so that it runs none
/// of them again, whatever the store returns. If a process ends after a tool took effect and before its result was recorded, the outcome of
/// the call is unknown. No store can prevent that. The outcome is reported as unknown.
/// </remarks>
public sealed class ToolExecutor : IDisposable
{
    /// <summary>The number of calls that are remembered, those of all sessions together.</summary>
    private const int MaxRememberedCalls = 4096;

    private readonly ToolOptions _options;
    private readonly Dictionary<string, AIFunction> _tools;
    private readonly Dictionary<string, AIFunction> _builtIns;
    private readonly CallMemory _memory = new(MaxRememberedCalls);
    private readonly ApprovalDesk _approvals;
    private readonly ToolCallClaims _claims;
    private readonly CallRunner _runner;
    private volatile bool _isDisposed;

    /// <summary>Initializes a new instance of the <see cref="ToolExecutor"/> class.</summary>
    /// <param name="options">The functions and the options for running them.</param>
    /// <param name="timeProvider">The clock for timeouts and leases, or null for the system clock.</param>
    /// <param name="logger">The logger for exceptions of functions and stores, and for waits, or null for none.</param>
    /// <exception cref="ArgumentException">Two functions have the same name, or a function in <see cref="ToolOptions.BuiltInTools"/> does not have the name of a built-in tool.</exception>
    public ToolExecutor(ToolOptions options, TimeProvider? timeProvider = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var time = timeProvider ?? TimeProvider.System;
        var log = logger ?? NullLogger.Instance;
        _options = options;
        _tools = ByName(options, options.Tools, nameof(ToolOptions.Tools));
        _builtIns = ByName(options, options.BuiltInTools, nameof(ToolOptions.BuiltInTools));
        if (_builtIns.Keys.FirstOrDefault(static name => !CustomToolRules.IsBuiltIn(name)) is { } stranger)
        {
            throw new ArgumentException($"\"{stranger}\" is not the name of a built-in tool. Add the function to {nameof(ToolOptions.Tools)}.", nameof(options));
        }

        var store = new GuardedToolCallStore(options.ToolCallStore ?? new InMemoryToolCallStore(time), options.ToolCallStoreTimeout, time);
        _approvals = new ApprovalDesk(options, time);
        _claims = new ToolCallClaims(store, options.ToolCallLeaseDuration, time, log);
        _runner = new CallRunner(options, _claims, new SemaphoreSlim(options.MaxParallelToolCalls), time, log);
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
    /// <para>
    /// A call for which the service requests a confirmation is answered with the confirmation first. If it runs here, pass it again when it is
    /// confirmed. A cancellation also cancels the function; its outcome is then unknown, unless it still returns a result.
    /// </para>
    /// <para>
    /// A call that the approver denied never runs here, also if it is passed again with <paramref name="isConfirmed"/> or if the store does not
    /// record the denial. If the input of a call is not valid, the call is answered with the problem. The approver is not asked.
    /// </para>
    /// </remarks>
    /// <param name="call">The call. Do not pass calls that are already answered.</param>
    /// <param name="isConfirmed">Whether a confirmation has allowed the call.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The input to send, or the reason why there is nothing to send.</returns>
    /// <exception cref="ToolApproverException">The approver threw an exception. The call did not run.</exception>
    /// <exception cref="ToolCallStoreException">The store failed or timed out before the call was started. The call did not run here.</exception>
    public Task<ToolExecutionResult> ExecuteAsync(ToolCall call, bool isConfirmed = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return ExecuteAsync(call, isConfirmed, onWaiting: null, cancellationToken);
    }

    /// <summary>Records that the session has the answer to a call, so that the store can discard the result.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that represents the operation.</returns>
    /// <exception cref="ToolCallStoreException">The store failed or timed out. It keeps the result.</exception>
    public async Task ConfirmAsync(ToolCall call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        using var remembered = _memory.Open(call);
        remembered.Call.Close();
        await _claims.CloseAsync(call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Rejects further calls. Running functions are not canceled, and their results are still recorded and returned.</summary>
    public void Dispose() => _isDisposed = true;

    /// <summary>Returns the answer to a call, and reports while another process has its claim.</summary>
    internal async Task<ToolExecutionResult> ExecuteAsync(ToolCall call, bool isConfirmed, Action<ToolCallWait>? onWaiting, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        using var remembered = _memory.Open(call);
        var function = FunctionFor(call);
        if (call.AsksForConfirmation && !isConfirmed)
        {
            return await ConfirmForServiceAsync(call, function, remembered.Call, cancellationToken).ConfigureAwait(false);
        }

        return function is not null && MayRun(call)
            ? await RunAsync(call, function, remembered.Call, isConfirmed, onWaiting, cancellationToken).ConfigureAwait(false)
            : ToolExecutionResult.NotOurs;
    }

    /// <summary>Whether a function runs the call here.</summary>
    internal bool Runs(ToolCall call) => FunctionFor(call) is not null;

    // The service decides about built-in tools. A call that it does not allow, or with an unrecognized decision, does not run here.
    private static bool MayRun(ToolCall call) =>
        call.Kind == ToolCallKind.Custom || call.AsksForConfirmation || call.EvaluatedPermission == EvaluatedPermission.Allow;

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

    /// <summary>Returns the answer to a call for which the service requests a confirmation.</summary>
    private async Task<ToolExecutionResult> ConfirmForServiceAsync(ToolCall call, AIFunction? function, RememberedCall known, CancellationToken cancellationToken)
    {
        var (proper, problem) = ToolInputCheck.Check(call, function);
        if (known.ConfirmationOf(proper) is not { } confirmation)
        {
            // Without an approver, another client decides about the call.
            var decision = problem is null || !_approvals.HasApprover
                ? await _approvals.DecideAsync(proper, cancellationToken).ConfigureAwait(false)
                : ToolApprovalDecision.Deny(LogLine.OneLine(problem, ToolApprovalDecision.MaxReason));
            if (decision.Kind == ToolApprovalDecisionKind.Defer)
            {
                return ToolExecutionResult.Later;
            }

            confirmation = decision.Kind == ToolApprovalDecisionKind.Allow ? UserToolConfirmation.AllowUse(call.Id) : UserToolConfirmation.DenyUse(call.Id, decision.Reason);
            known.Confirm(proper, confirmation);
        }

        return new ToolExecutionResult(ToolExecutionResultKind.Confirmation, confirmation);
    }

    /// <summary>Returns the result of a call that runs here.</summary>
    private async Task<ToolExecutionResult> RunAsync(
        ToolCall call, AIFunction function, RememberedCall known, bool isConfirmed, Action<ToolCallWait>? onWaiting, CancellationToken cancellationToken)
    {
        var (proper, problem) = ToolInputCheck.Check(call, function);
        if (problem is not null)
        {
            known.Refuse(ToolResult.Error(problem));
        }

        // A call with a record was approved by the process that wrote it. If the record is lost, an approval is needed.
        for (var mayHaveRecord = true; ; mayHaveRecord = false)
        {
            var isApproved = isConfirmed || known.IsStarted || known.IsAllowed(proper) || function.GetService<ApprovalRequiredAIFunction>() is null;
            if (!isApproved && known.Refusal is null && !(mayHaveRecord && await _claims.ExistsAsync(proper, cancellationToken).ConfigureAwait(false)))
            {
                var decision = await _approvals.DecideAsync(proper, cancellationToken).ConfigureAwait(false);
                switch (decision.Kind)
                {
                    case ToolApprovalDecisionKind.Defer:
                        return ToolExecutionResult.Later;
                    case ToolApprovalDecisionKind.Allow:
                        known.Allow(proper);
                        isApproved = true;
                        break;
                    default:
                        known.Refuse(ToolRefusals.Denied(decision.Reason));
                        break;
                }
            }

            if (await _runner.RunAsync(proper, function, known, isApproved, onWaiting, cancellationToken).ConfigureAwait(false) is { } result)
            {
                return result;
            }
        }
    }
}
