using System.Runtime.CompilerServices;

namespace Managed.Agents;

/// <content>Resumes turns, with their events.</content>
public partial class SessionsClient
{
    /// <summary>Returns a turn that resumes the open turn of a session from its start, or the last turn if none is open, while its events are enumerated.</summary>
    /// <remarks><inheritdoc cref="ResumeAsync(string, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The turn. Enumerate its events; the result is available after the last event. No request is sent before.</returns>
    public virtual SessionTurn ResumeStreamingAsync(string sessionId, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        Turn(new TurnRequest(ApiId.Check(sessionId, nameof(sessionId)), [], IsResumed: true), options, cancellationToken);

    /// <summary>Returns a turn that resumes the open turn of a session from its start, or the last turn if none is open, and sends an input, while its events are enumerated.</summary>
    /// <remarks><inheritdoc cref="ResumeAsync(string, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="input">The input. A string is sent as a user message.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The turn. Enumerate its events; the result is available after the last event. No request is sent before.</returns>
    public virtual SessionTurn ResumeStreamingAsync(string sessionId, SessionInput input, TurnOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return ResumeStreamingAsync(sessionId, [input], options, cancellationToken);
    }

    /// <summary>Returns a turn that resumes the open turn of a session from its start, or the last turn if none is open, and sends several inputs, while its events are enumerated.</summary>
    /// <remarks><inheritdoc cref="ResumeAsync(string, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <param name="inputs">The inputs. At least one. They are sent in one request and processed in order.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The turn. Enumerate its events; the result is available after the last event. No request is sent before.</returns>
    public virtual SessionTurn ResumeStreamingAsync(string sessionId, IReadOnlyList<SessionInput> inputs, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        Turn(new TurnRequest(ApiId.Check(sessionId, nameof(sessionId)), CopyInputs(inputs), IsResumed: true), options, cancellationToken);

    /// <summary>Returns a turn that resumes a turn from a stored position, while its events are enumerated.</summary>
    /// <remarks><inheritdoc cref="ResumeAsync(string, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="position">The position, for example <see cref="TurnResult.Position"/> or <see cref="SessionTurn.Position"/>.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The turn. Enumerate its events; the result is available after the last event. No request is sent before.</returns>
    public virtual SessionTurn ResumeStreamingAsync(SessionPosition position, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        Turn(new TurnRequest(Checked(position).SessionId, [], position), options, cancellationToken);

    /// <summary>Returns a turn that resumes a turn from a stored position, and sends an input, while its events are enumerated.</summary>
    /// <remarks><inheritdoc cref="ResumeAsync(string, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="position">The position, for example <see cref="TurnResult.Position"/> or <see cref="SessionTurn.Position"/>.</param>
    /// <param name="input">The input. A string is sent as a user message.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The turn. Enumerate its events; the result is available after the last event. No request is sent before.</returns>
    public virtual SessionTurn ResumeStreamingAsync(SessionPosition position, SessionInput input, TurnOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return ResumeStreamingAsync(position, [input], options, cancellationToken);
    }

    /// <summary>Returns a turn that resumes a turn from a stored position, and sends several inputs, while its events are enumerated.</summary>
    /// <remarks><inheritdoc cref="ResumeAsync(string, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="position">The position, for example <see cref="TurnResult.Position"/> or <see cref="SessionTurn.Position"/>.</param>
    /// <param name="inputs">The inputs. At least one. They are sent in one request and processed in order.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The turn. Enumerate its events; the result is available after the last event. No request is sent before.</returns>
    public virtual SessionTurn ResumeStreamingAsync(SessionPosition position, IReadOnlyList<SessionInput> inputs, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        Turn(new TurnRequest(Checked(position).SessionId, CopyInputs(inputs), position), options, cancellationToken);

    /// <summary>Returns a turn that resumes a turn where its result stopped, for example after its pending actions were answered or its budget was raised, while its events are enumerated.</summary>
    /// <remarks><inheritdoc cref="ResumeAsync(string, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="result">The result of the turn so far.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The turn. Enumerate its events; the result is available after the last event. No request is sent before.</returns>
    public virtual SessionTurn ResumeStreamingAsync(TurnResult result, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        Turn(new TurnRequest(Checked(result).SessionId, [], result.Position), options, cancellationToken);

    /// <summary>Returns a turn that resumes a turn where its result stopped, for example after its pending actions were answered or its budget was raised, and sends an input, while its events are enumerated.</summary>
    /// <remarks><inheritdoc cref="ResumeAsync(string, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="result">The result of the turn so far.</param>
    /// <param name="input">The input. A string is sent as a user message.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The turn. Enumerate its events; the result is available after the last event. No request is sent before.</returns>
    public virtual SessionTurn ResumeStreamingAsync(TurnResult result, SessionInput input, TurnOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        return ResumeStreamingAsync(result, [input], options, cancellationToken);
    }

    /// <summary>Returns a turn that resumes a turn where its result stopped, for example after its pending actions were answered or its budget was raised, and sends several inputs, while its events are enumerated.</summary>
    /// <remarks><inheritdoc cref="ResumeAsync(string, TurnOptions?, CancellationToken)" path="/remarks"/></remarks>
    /// <param name="result">The result of the turn so far.</param>
    /// <param name="inputs">The inputs. At least one. They are sent in one request and processed in order.</param>
    /// <param name="options">The functions, approvals and other options; <see langword="null"/> for the defaults of the client.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The turn. Enumerate its events; the result is available after the last event. No request is sent before.</returns>
    public virtual SessionTurn ResumeStreamingAsync(TurnResult result, IReadOnlyList<SessionInput> inputs, TurnOptions? options = null, CancellationToken cancellationToken = default) =>
        Turn(new TurnRequest(Checked(result).SessionId, CopyInputs(inputs), result.Position), options, cancellationToken);

    private static T Checked<T>(T value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }
}
