using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

public sealed partial class AgentScript
{
    /// <summary>Summarises the thread's context, between two model requests.</summary>
    public AgentScript CompactContext() => Add(new CompactionStep());

    /// <summary>Lets a model request fail in a way the service gets over by itself: the session is rescheduled and then runs on.</summary>
    /// <param name="errorType">The type of the <c>session.error</c>.</param>
    /// <param name="message">What went wrong.</param>
    /// <param name="retryAfter">How long the service waits, on the emulator's clock.</param>
    public AgentScript FailTransiently(string errorType = "model_overloaded_error", string message = "The model is overloaded.", TimeSpan retryAfter = default) =>
        Add(new TransientFailureStep(errorType, message, retryAfter));

    /// <summary>Ends the turn because retries are used up; inputs that wait in the queue are dropped.</summary>
    public AgentScript ExhaustRetries(string errorType = "model_request_failed_error", string message = "The model request failed.") =>
        Add(new ExhaustedStep(errorType, message));

    /// <summary>Ends the session with an error that nothing can repair.</summary>
    public AgentScript FailFatally(string errorType = "unknown_error", string message = "The session cannot go on.") => Add(new FatalStep(errorType, message));

    /// <summary>Reports an error that the turn can do without, such as an MCP server that is down.</summary>
    /// <param name="errorType">The type of the <c>session.error</c>.</param>
    /// <param name="message">What went wrong.</param>
    /// <param name="details">Further fields of the error, such as <c>mcp_server_name</c>.</param>
    public AgentScript ReportError(string errorType, string message, JsonObject? details = null) => Add(new ErrorStep(errorType, message, details));

    /// <summary>Emits an event of any type, known or not, to see what becomes of it.</summary>
    /// <param name="type">The event's type.</param>
    /// <param name="fields">Its fields beside type, id and time.</param>
    public AgentScript Emit(string type, JsonObject? fields = null) => Add(new EmitStep(type, fields));

    /// <summary>Refuses, which ends the turn.</summary>
    /// <param name="category">Such as <c>cyber</c> or <c>general_harms</c>; null where the service gives none.</param>
    /// <param name="explanation">What the refusal says about itself.</param>
    public AgentScript Refuse(string? category = null, string? explanation = null) => Add(new RefusalStep(category, explanation));
}
