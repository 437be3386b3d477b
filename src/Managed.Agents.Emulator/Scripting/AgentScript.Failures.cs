using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

public sealed partial class AgentScript
{
    /// <summary>Compacts the thread's context between two model requests.</summary>
    public AgentScript CompactContext() => Add(new CompactionStep());

    /// <summary>
    /// Fails a model request with an error after which the service retries automatically: the session is rescheduled and continues.
    /// </summary>
    /// <param name="errorType">The type of the <c>session.error</c>.</param>
    /// <param name="message">The message of the error.</param>
    /// <param name="retryAfter">The delay before the service retries, on the emulator's clock.</param>
    public AgentScript FailTransiently(string errorType = "model_overloaded_error", string message = "The model is overloaded.", TimeSpan retryAfter = default) =>
        Add(new TransientFailureStep(errorType, message, retryAfter));

    /// <summary>Ends the turn with exhausted retries. Queued inputs are dropped.</summary>
    /// <param name="errorType">The type of the <c>session.error</c>.</param>
    /// <param name="message">The message of the error.</param>
    public AgentScript ExhaustRetries(string errorType = "model_request_failed_error", string message = "The model request failed.") =>
        Add(new ExhaustedRetriesStep(errorType, message));

    /// <summary>Ends the session with an unrecoverable error.</summary>
    /// <param name="errorType">The type of the <c>session.error</c>.</param>
    /// <param name="message">The message of the error.</param>
    public AgentScript FailFatally(string errorType = "unknown_error", string message = "The session cannot continue.") => Add(new FatalErrorStep(errorType, message));

    /// <summary>Reports an error that does not end the turn, such as an unavailable MCP server.</summary>
    /// <param name="errorType">The type of the <c>session.error</c>.</param>
    /// <param name="message">The message of the error.</param>
    /// <param name="details">Further fields of the error, such as <c>mcp_server_name</c>.</param>
    public AgentScript ReportError(string errorType, string message, JsonObject? details = null) => Add(new ReportedErrorStep(errorType, message, details));

    /// <summary>Emits an event of any type, including types that are not in the contract.</summary>
    /// <param name="type">The type of the event.</param>
    /// <param name="fields">The fields of the event in addition to its type, id and time.</param>
    public AgentScript Emit(string type, JsonObject? fields = null) => Add(new EmitStep(type, fields));

    /// <summary>Ends the turn with a refusal.</summary>
    /// <param name="category">The category, such as <c>cyber</c> or <c>general_harms</c>. Default: null, as the service may send it.</param>
    /// <param name="explanation">The explanation of the refusal.</param>
    public AgentScript Refuse(string? category = null, string? explanation = null) => Add(new RefusalStep(category, explanation));
}
