namespace Managed.Agents;

/// <content>Resumes turns.</content>
public partial class SessionsClient
{
    /// <summary>Resumes the open turn of a session from its start, or the last turn if none is open, and returns the result.</summary>
    /// <remarks>
    /// <para>Use it for a turn that was abandoned, that waits for the client, or that another process started. Earlier events are delivered
    /// again, but nothing is done about them: only the calls that are open when the feed has caught up are answered. Results that were
    /// recorded but not sent are sent without running the tool again. Catching up can take up to
    /// <see cref="SessionFollowOptions.HistoryDelay"/>.</para>
    /// <para>If the turn has already ended, its remaining events are delivered and it ends with them. If the session has never run, the turn
    /// ends with <see cref="TurnEnding.NotStarted"/>. If the turn is canceled, <see cref="TurnOptions.OnCancellation"/> determines what
    /// happens to the session.</para>
    /// </remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result of the turn.</returns>
    /// <exception cref="ManagedAgentsException">The API could not be reached for too long.</exception>
    /// <exception cref="OperationCanceledException">The turn was canceled. The message says what happened to the session.</exception>
    public virtual Task<TurnResult> ResumeAsync(string sessionId, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        ResultOfAsync(ResumeStreamingAsync(sessionId, options, cancellationToken));

    /// <summary>Resumes the open turn of a session from its start, or the last turn if none is open, sends an input, such as the answer to a call, and returns the result.</summary>
    /// <remarks><inheritdoc cref="ResumeAsync(string, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="input">The input. A string is sent as a user message.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result of the turn.</returns>
    /// <exception cref="ManagedAgentsException">The API rejected the input, or could not be reached for too long.</exception>
    /// <exception cref="OperationCanceledException">The turn was canceled. The message says what happened to the session.</exception>
    public virtual Task<TurnResult> ResumeAsync(string sessionId, SessionInput input, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        ResultOfAsync(ResumeStreamingAsync(sessionId, input, options, cancellationToken));

    /// <summary>Resumes the open turn of a session from its start, or the last turn if none is open, sends several inputs, such as the answer to a call, and returns the result.</summary>
    /// <remarks><inheritdoc cref="ResumeAsync(string, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="inputs">The inputs. At least one. They are sent in one request and processed in order.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result of the turn.</returns>
    /// <exception cref="ManagedAgentsException">The API rejected the input, or could not be reached for too long.</exception>
    /// <exception cref="OperationCanceledException">The turn was canceled. The message says what happened to the session.</exception>
    public virtual Task<TurnResult> ResumeAsync(string sessionId, IReadOnlyList<SessionInput> inputs, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        ResultOfAsync(ResumeStreamingAsync(sessionId, inputs, options, cancellationToken));

    /// <summary>Resumes a turn from a stored position, and returns the result.</summary>
    /// <remarks><inheritdoc cref="ResumeAsync(string, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="position">The position, for example <see cref="TurnResult.Position"/> or <see cref="SessionTurn.Position"/>.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result of the turn.</returns>
    /// <exception cref="ManagedAgentsException">The API could not be reached for too long.</exception>
    /// <exception cref="OperationCanceledException">The turn was canceled. The message says what happened to the session.</exception>
    public virtual Task<TurnResult> ResumeAsync(SessionPosition position, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        ResultOfAsync(ResumeStreamingAsync(position, options, cancellationToken));

    /// <summary>Resumes a turn from a stored position, sends an input, such as the answer to a call, and returns the result.</summary>
    /// <remarks><inheritdoc cref="ResumeAsync(string, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="position">The position, for example <see cref="TurnResult.Position"/> or <see cref="SessionTurn.Position"/>.</param>
    /// <param name="input">The input. A string is sent as a user message.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result of the turn.</returns>
    /// <exception cref="ManagedAgentsException">The API rejected the input, or could not be reached for too long.</exception>
    /// <exception cref="OperationCanceledException">The turn was canceled. The message says what happened to the session.</exception>
    public virtual Task<TurnResult> ResumeAsync(SessionPosition position, SessionInput input, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        ResultOfAsync(ResumeStreamingAsync(position, input, options, cancellationToken));

    /// <summary>Resumes a turn from a stored position, sends several inputs, such as the answer to a call, and returns the result.</summary>
    /// <remarks><inheritdoc cref="ResumeAsync(string, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="position">The position, for example <see cref="TurnResult.Position"/> or <see cref="SessionTurn.Position"/>.</param>
    /// <param name="inputs">The inputs. At least one. They are sent in one request and processed in order.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result of the turn.</returns>
    /// <exception cref="ManagedAgentsException">The API rejected the input, or could not be reached for too long.</exception>
    /// <exception cref="OperationCanceledException">The turn was canceled. The message says what happened to the session.</exception>
    public virtual Task<TurnResult> ResumeAsync(SessionPosition position, IReadOnlyList<SessionInput> inputs, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        ResultOfAsync(ResumeStreamingAsync(position, inputs, options, cancellationToken));

    /// <summary>Resumes a turn where its result stopped, for example after its pending actions were answered or its budget was raised, and returns the result.</summary>
    /// <remarks><inheritdoc cref="ResumeAsync(string, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="result">The result of the turn so far.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result of the turn.</returns>
    /// <exception cref="ManagedAgentsException">The API could not be reached for too long.</exception>
    /// <exception cref="OperationCanceledException">The turn was canceled. The message says what happened to the session.</exception>
    public virtual Task<TurnResult> ResumeAsync(TurnResult result, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        ResultOfAsync(ResumeStreamingAsync(result, options, cancellationToken));

    /// <summary>Resumes a turn where its result stopped, for example after its pending actions were answered or its budget was raised, sends an input, such as the answer to a call, and returns the result.</summary>
    /// <remarks><inheritdoc cref="ResumeAsync(string, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="result">The result of the turn so far.</param>
    /// <param name="input">The input. A string is sent as a user message.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result of the turn.</returns>
    /// <exception cref="ManagedAgentsException">The API rejected the input, or could not be reached for too long.</exception>
    /// <exception cref="OperationCanceledException">The turn was canceled. The message says what happened to the session.</exception>
    public virtual Task<TurnResult> ResumeAsync(TurnResult result, SessionInput input, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        ResultOfAsync(ResumeStreamingAsync(result, input, options, cancellationToken));

    /// <summary>Resumes a turn where its result stopped, for example after its pending actions were answered or its budget was raised, sends several inputs, such as the answer to a call, and returns the result.</summary>
    /// <remarks><inheritdoc cref="ResumeAsync(string, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="result">The result of the turn so far.</param>
    /// <param name="inputs">The inputs. At least one. They are sent in one request and processed in order.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result of the turn.</returns>
    /// <exception cref="ManagedAgentsException">The API rejected the input, or could not be reached for too long.</exception>
    /// <exception cref="OperationCanceledException">The turn was canceled. The message says what happened to the session.</exception>
    public virtual Task<TurnResult> ResumeAsync(TurnResult result, IReadOnlyList<SessionInput> inputs, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        ResultOfAsync(ResumeStreamingAsync(result, inputs, options, cancellationToken));
}
