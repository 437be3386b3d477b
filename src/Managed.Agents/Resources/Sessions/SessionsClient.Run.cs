using Microsoft.Extensions.Logging.Abstractions;

namespace Managed.Agents;

/// <content>Runs turns.</content>
public partial class SessionsClient
{
    /// <summary>
    /// Runs a turn to its end: follows the session, sends the input, answers tool calls with the functions in the options, and returns the
    /// result.
    /// </summary>
    /// <remarks>
    /// An idle session does not always mean that the turn has ended: it continues while it waits for its own tools, for an earlier turn or
    /// for a workflow run. If the turn is canceled, <see cref="TurnOptions.OnCancellation"/> determines what happens to the session.
    /// </remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="input">The input. A string is sent as a user message.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result of the turn.</returns>
    /// <exception cref="ManagedAgentsException">The API rejected the input, or could not be reached for too long.</exception>
    /// <exception cref="OperationCanceledException">The turn was canceled. The message says what happened to the session.</exception>
    public virtual Task<TurnResult> RunAsync(string sessionId, SessionInput input, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        ResultOfAsync(RunStreamingAsync(sessionId, input, options, cancellationToken));

    /// <summary>Runs a turn with several inputs to its end, such as an interrupt followed by a new message. It ends with the turn of the last input.</summary>
    /// <remarks><inheritdoc cref="RunAsync(string, SessionInput, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="inputs">The inputs. At least one. They are sent in one request and processed in order.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result of the turn.</returns>
    /// <exception cref="ManagedAgentsException">The API rejected the input, or could not be reached for too long.</exception>
    /// <exception cref="OperationCanceledException">The turn was canceled. The message says what happened to the session.</exception>
    public virtual Task<TurnResult> RunAsync(string sessionId, IReadOnlyList<SessionInput> inputs, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        ResultOfAsync(RunStreamingAsync(sessionId, inputs, options, cancellationToken));

    /// <summary>Returns a turn that runs while its events are enumerated: it follows the session, sends the input and answers tool calls.</summary>
    /// <remarks><inheritdoc cref="RunAsync(string, SessionInput, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="input">The input. A string is sent as a user message.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The turn. Enumerate its events; the result is available after the last event. No request is sent before.</returns>
    public virtual SessionTurn RunStreamingAsync(string sessionId, SessionInput input, TurnOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return RunStreamingAsync(sessionId, [input], options, cancellationToken);
    }

    /// <summary>Returns a turn with several inputs that runs while its events are enumerated. It ends with the turn of the last input.</summary>
    /// <remarks><inheritdoc cref="RunAsync(string, SessionInput, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="inputs">The inputs. At least one. They are sent in one request and processed in order.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The turn. Enumerate its events; the result is available after the last event. No request is sent before.</returns>
    public virtual SessionTurn RunStreamingAsync(string sessionId, IReadOnlyList<SessionInput> inputs, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        Turn(new TurnRequest(ApiId.Check(sessionId, nameof(sessionId)), CopyInputs(inputs)), options, cancellationToken);

    /// <summary>Interrupts a session: what it is doing stops, its open calls are closed, and it becomes idle.</summary>
    /// <remarks>Nothing happens to a session that is idle. Returns when the service has received the interrupt, which can be before the session is idle.</remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="sessionThreadId">The thread to interrupt (<c>sthr_…</c>), or <see langword="null"/> for all threads.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that represents the operation.</returns>
    /// <exception cref="ManagedAgentsException">The request failed.</exception>
    public virtual Task InterruptAsync(string sessionId, string? sessionThreadId = null, CancellationToken cancellationToken = default) =>
        Events.SendAsync(sessionId, new UserInterrupt { SessionThreadId = sessionThreadId }, cancellationToken);

    private static async Task<TurnResult> ResultOfAsync(SessionTurn turn)
    {
        await foreach (var _ in turn.ConfigureAwait(false))
        {
            // The result collects what the events report.
        }

        return turn.Result;
    }

    private static IReadOnlyList<SessionInput> CopyInputs(IReadOnlyList<SessionInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.Count == 0 || inputs.Contains(null!)
            ? throw new ArgumentException("The list of inputs is empty or contains null. Pass at least one input, for example a string.", nameof(inputs))
            : [.. inputs];
    }

    private SessionTurn Turn(TurnRequest request, TurnOptions? options, CancellationToken cancellationToken)
    {
        var used = TurnOptions.Merge(options, _api?.TurnDefaults);
        used = used.ToolCallStore is null ? used with { ToolCallStore = _api?.ToolCalls } : used;
        return new SessionTurn(token => new TurnRunner(
            this, request with { From = request.From ?? used.Follow.From }, used, _time ?? TimeProvider.System, _api?.Logger ?? NullLogger.Instance, cancellationToken, token));
    }
}
