// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A type of event, used to filter the history.</summary>
/// <remarks>Previews and <see cref="SessionDeletedEvent"/> are not part of the history and have no value here.</remarks>
[JsonConverter(typeof(OpenEnumConverter<SessionEventType>))]
public readonly partial record struct SessionEventType : IOpenEnum<SessionEventType>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public SessionEventType(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The type of an <see cref="AgentMessageEvent"/>.</summary>
    public static SessionEventType AgentMessage { get; } = new(Known.AgentMessage);

    /// <summary>The type of an <see cref="AgentThinkingEvent"/>.</summary>
    public static SessionEventType AgentThinking { get; } = new(Known.AgentThinking);

    /// <summary>The type of an <see cref="AgentToolUseEvent"/>.</summary>
    public static SessionEventType AgentToolUse { get; } = new(Known.AgentToolUse);

    /// <summary>The type of an <see cref="AgentToolResultEvent"/>.</summary>
    public static SessionEventType AgentToolResult { get; } = new(Known.AgentToolResult);

    /// <summary>The type of a <see cref="SpanModelRequestStartEvent"/>.</summary>
    public static SessionEventType SpanModelRequestStart { get; } = new(Known.SpanModelRequestStart);

    /// <summary>The type of a <see cref="SpanModelRequestEndEvent"/>.</summary>
    public static SessionEventType SpanModelRequestEnd { get; } = new(Known.SpanModelRequestEnd);

    /// <summary>The type of an <see cref="AgentCustomToolUseEvent"/>.</summary>
    public static SessionEventType AgentCustomToolUse { get; } = new(Known.AgentCustomToolUse);

    /// <summary>The type of an <see cref="AgentMcpToolUseEvent"/>.</summary>
    public static SessionEventType AgentMcpToolUse { get; } = new(Known.AgentMcpToolUse);

    /// <summary>The type of an <see cref="AgentMcpToolResultEvent"/>.</summary>
    public static SessionEventType AgentMcpToolResult { get; } = new(Known.AgentMcpToolResult);

    /// <summary>The type of a <see cref="UserMessageEvent"/>.</summary>
    public static SessionEventType UserMessage { get; } = new(Known.UserMessage);

    /// <summary>The type of a <see cref="UserCustomToolResultEvent"/>.</summary>
    public static SessionEventType UserCustomToolResult { get; } = new(Known.UserCustomToolResult);

    /// <summary>The type of a <see cref="UserToolResultEvent"/>.</summary>
    public static SessionEventType UserToolResult { get; } = new(Known.UserToolResult);

    /// <summary>The type of a <see cref="UserToolConfirmationEvent"/>.</summary>
    public static SessionEventType UserToolConfirmation { get; } = new(Known.UserToolConfirmation);

    /// <summary>The type of a <see cref="SessionStatusRunningEvent"/>.</summary>
    public static SessionEventType SessionStatusRunning { get; } = new(Known.SessionStatusRunning);

    /// <summary>The type of a <see cref="SessionUsageEvent"/>.</summary>
    public static SessionEventType SessionUsage { get; } = new(Known.SessionUsage);

    /// <summary>The type of a <see cref="SessionStatusIdleEvent"/>.</summary>
    public static SessionEventType SessionStatusIdle { get; } = new(Known.SessionStatusIdle);

    /// <summary>The type of a <see cref="SessionThreadStatusRunningEvent"/>.</summary>
    public static SessionEventType SessionThreadStatusRunning { get; } = new(Known.SessionThreadStatusRunning);

    /// <summary>The type of a <see cref="SessionThreadStatusIdleEvent"/>.</summary>
    public static SessionEventType SessionThreadStatusIdle { get; } = new(Known.SessionThreadStatusIdle);

    /// <summary>The type of an <see cref="AgentThreadMessageReceivedEvent"/>.</summary>
    public static SessionEventType AgentThreadMessageReceived { get; } = new(Known.AgentThreadMessageReceived);

    /// <summary>The type of an <see cref="AgentThreadMessageSentEvent"/>.</summary>
    public static SessionEventType AgentThreadMessageSent { get; } = new(Known.AgentThreadMessageSent);

    /// <summary>The type of a <see cref="SessionThreadCreatedEvent"/>.</summary>
    public static SessionEventType SessionThreadCreated { get; } = new(Known.SessionThreadCreated);

    /// <summary>The type of a <see cref="SessionThreadStatusTerminatedEvent"/>.</summary>
    public static SessionEventType SessionThreadStatusTerminated { get; } = new(Known.SessionThreadStatusTerminated);

    /// <summary>The type of a <see cref="SessionThreadStatusRescheduledEvent"/>.</summary>
    public static SessionEventType SessionThreadStatusRescheduled { get; } = new(Known.SessionThreadStatusRescheduled);

    /// <summary>The type of a <see cref="SessionErrorEvent"/>.</summary>
    public static SessionEventType SessionError { get; } = new(Known.SessionError);

    /// <summary>The type of a <see cref="SessionStatusRescheduledEvent"/>.</summary>
    public static SessionEventType SessionStatusRescheduled { get; } = new(Known.SessionStatusRescheduled);

    /// <summary>The type of a <see cref="SessionStatusTerminatedEvent"/>.</summary>
    public static SessionEventType SessionStatusTerminated { get; } = new(Known.SessionStatusTerminated);

    /// <summary>The type of a <see cref="SessionUpdatedEvent"/>.</summary>
    public static SessionEventType SessionUpdated { get; } = new(Known.SessionUpdated);

    /// <summary>The type of an <see cref="AgentThreadContextCompactedEvent"/>.</summary>
    public static SessionEventType AgentThreadContextCompacted { get; } = new(Known.AgentThreadContextCompacted);

    /// <summary>The type of a <see cref="UserInterruptEvent"/>.</summary>
    public static SessionEventType UserInterrupt { get; } = new(Known.UserInterrupt);

    /// <summary>The type of a <see cref="UserDefineOutcomeEvent"/>.</summary>
    public static SessionEventType UserDefineOutcome { get; } = new(Known.UserDefineOutcome);

    /// <summary>The type of a <see cref="SystemMessageEvent"/>.</summary>
    public static SessionEventType SystemMessage { get; } = new(Known.SystemMessage);

    /// <summary>The type of a <see cref="SpanOutcomeEvaluationStartEvent"/>.</summary>
    public static SessionEventType SpanOutcomeEvaluationStart { get; } = new(Known.SpanOutcomeEvaluationStart);

    /// <summary>The type of a <see cref="SpanOutcomeEvaluationOngoingEvent"/>.</summary>
    public static SessionEventType SpanOutcomeEvaluationOngoing { get; } = new(Known.SpanOutcomeEvaluationOngoing);

    /// <summary>The type of a <see cref="SpanOutcomeEvaluationEndEvent"/>.</summary>
    public static SessionEventType SpanOutcomeEvaluationEnd { get; } = new(Known.SpanOutcomeEvaluationEnd);

    /// <summary>The type of a <see cref="WorkflowRunCreatedEvent"/>.</summary>
    public static SessionEventType WorkflowRunCreated { get; } = new(Known.WorkflowRunCreated);

    /// <summary>The type of a <see cref="WorkflowRunPhaseStartedEvent"/>.</summary>
    public static SessionEventType WorkflowRunPhaseStarted { get; } = new(Known.WorkflowRunPhaseStarted);

    /// <summary>The type of a <see cref="WorkflowRunPhaseEndedEvent"/>.</summary>
    public static SessionEventType WorkflowRunPhaseEnded { get; } = new(Known.WorkflowRunPhaseEnded);

    /// <summary>The type of a <see cref="WorkflowRunStatusRunningEvent"/>.</summary>
    public static SessionEventType WorkflowRunStatusRunning { get; } = new(Known.WorkflowRunStatusRunning);

    /// <summary>The type of a <see cref="WorkflowRunStatusIdleEvent"/>.</summary>
    public static SessionEventType WorkflowRunStatusIdle { get; } = new(Known.WorkflowRunStatusIdle);

    /// <summary>The type of a <see cref="WorkflowRunStatusEndedEvent"/>.</summary>
    public static SessionEventType WorkflowRunStatusEnded { get; } = new(Known.WorkflowRunStatusEnded);

    /// <summary>The type of a <see cref="WorkflowRunErrorEvent"/>.</summary>
    public static SessionEventType WorkflowRunError { get; } = new(Known.WorkflowRunError);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static SessionEventType IOpenEnum<SessionEventType>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;
}
