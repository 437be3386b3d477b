namespace Managed.Agents;

/// <content>The known values as constants.</content>
public readonly partial record struct SessionEventType
{
    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The type of an <see cref="AgentMessageEvent"/>.</summary>
        public const string AgentMessage = "agent.message";

        /// <summary>The type of an <see cref="AgentThinkingEvent"/>.</summary>
        public const string AgentThinking = "agent.thinking";

        /// <summary>The type of an <see cref="AgentToolUseEvent"/>.</summary>
        public const string AgentToolUse = "agent.tool_use";

        /// <summary>The type of an <see cref="AgentToolResultEvent"/>.</summary>
        public const string AgentToolResult = "agent.tool_result";

        /// <summary>The type of a <see cref="SpanModelRequestStartEvent"/>.</summary>
        public const string SpanModelRequestStart = "span.model_request_start";

        /// <summary>The type of a <see cref="SpanModelRequestEndEvent"/>.</summary>
        public const string SpanModelRequestEnd = "span.model_request_end";

        /// <summary>The type of an <see cref="AgentCustomToolUseEvent"/>.</summary>
        public const string AgentCustomToolUse = "agent.custom_tool_use";

        /// <summary>The type of an <see cref="AgentMcpToolUseEvent"/>.</summary>
        public const string AgentMcpToolUse = "agent.mcp_tool_use";

        /// <summary>The type of an <see cref="AgentMcpToolResultEvent"/>.</summary>
        public const string AgentMcpToolResult = "agent.mcp_tool_result";

        /// <summary>The type of a <see cref="UserMessageEvent"/>.</summary>
        public const string UserMessage = "user.message";

        /// <summary>The type of a <see cref="UserCustomToolResultEvent"/>.</summary>
        public const string UserCustomToolResult = "user.custom_tool_result";

        /// <summary>The type of a <see cref="UserToolResultEvent"/>.</summary>
        public const string UserToolResult = "user.tool_result";

        /// <summary>The type of a <see cref="UserToolConfirmationEvent"/>.</summary>
        public const string UserToolConfirmation = "user.tool_confirmation";

        /// <summary>The type of a <see cref="SessionStatusRunningEvent"/>.</summary>
        public const string SessionStatusRunning = "session.status_running";

        /// <summary>The type of a <see cref="SessionUsageEvent"/>.</summary>
        public const string SessionUsage = "session.usage";

        /// <summary>The type of a <see cref="SessionStatusIdleEvent"/>.</summary>
        public const string SessionStatusIdle = "session.status_idle";

        /// <summary>The type of a <see cref="SessionThreadStatusRunningEvent"/>.</summary>
        public const string SessionThreadStatusRunning = "session.thread_status_running";

        /// <summary>The type of a <see cref="SessionThreadStatusIdleEvent"/>.</summary>
        public const string SessionThreadStatusIdle = "session.thread_status_idle";

        /// <summary>The type of an <see cref="AgentThreadMessageReceivedEvent"/>.</summary>
        public const string AgentThreadMessageReceived = "agent.thread_message_received";

        /// <summary>The type of an <see cref="AgentThreadMessageSentEvent"/>.</summary>
        public const string AgentThreadMessageSent = "agent.thread_message_sent";

        /// <summary>The type of a <see cref="SessionThreadCreatedEvent"/>.</summary>
        public const string SessionThreadCreated = "session.thread_created";

        /// <summary>The type of a <see cref="SessionThreadStatusTerminatedEvent"/>.</summary>
        public const string SessionThreadStatusTerminated = "session.thread_status_terminated";

        /// <summary>The type of a <see cref="SessionThreadStatusRescheduledEvent"/>.</summary>
        public const string SessionThreadStatusRescheduled = "session.thread_status_rescheduled";

        /// <summary>The type of a <see cref="SessionErrorEvent"/>.</summary>
        public const string SessionError = "session.error";

        /// <summary>The type of a <see cref="SessionStatusRescheduledEvent"/>.</summary>
        public const string SessionStatusRescheduled = "session.status_rescheduled";

        /// <summary>The type of a <see cref="SessionStatusTerminatedEvent"/>.</summary>
        public const string SessionStatusTerminated = "session.status_terminated";

        /// <summary>The type of a <see cref="SessionUpdatedEvent"/>.</summary>
        public const string SessionUpdated = "session.updated";

        /// <summary>The type of an <see cref="AgentThreadContextCompactedEvent"/>.</summary>
        public const string AgentThreadContextCompacted = "agent.thread_context_compacted";

        /// <summary>The type of a <see cref="UserInterruptEvent"/>.</summary>
        public const string UserInterrupt = "user.interrupt";

        /// <summary>The type of a <see cref="UserDefineOutcomeEvent"/>.</summary>
        public const string UserDefineOutcome = "user.define_outcome";

        /// <summary>The type of a <see cref="SystemMessageEvent"/>.</summary>
        public const string SystemMessage = "system.message";

        /// <summary>The type of a <see cref="SpanOutcomeEvaluationStartEvent"/>.</summary>
        public const string SpanOutcomeEvaluationStart = "span.outcome_evaluation_start";

        /// <summary>The type of a <see cref="SpanOutcomeEvaluationOngoingEvent"/>.</summary>
        public const string SpanOutcomeEvaluationOngoing = "span.outcome_evaluation_ongoing";

        /// <summary>The type of a <see cref="SpanOutcomeEvaluationEndEvent"/>.</summary>
        public const string SpanOutcomeEvaluationEnd = "span.outcome_evaluation_end";

        /// <summary>The type of a <see cref="WorkflowRunCreatedEvent"/>.</summary>
        public const string WorkflowRunCreated = "workflow_run.created";

        /// <summary>The type of a <see cref="WorkflowRunPhaseStartedEvent"/>.</summary>
        public const string WorkflowRunPhaseStarted = "workflow_run.phase_started";

        /// <summary>The type of a <see cref="WorkflowRunPhaseEndedEvent"/>.</summary>
        public const string WorkflowRunPhaseEnded = "workflow_run.phase_ended";

        /// <summary>The type of a <see cref="WorkflowRunStatusRunningEvent"/>.</summary>
        public const string WorkflowRunStatusRunning = "workflow_run.status_running";

        /// <summary>The type of a <see cref="WorkflowRunStatusIdleEvent"/>.</summary>
        public const string WorkflowRunStatusIdle = "workflow_run.status_idle";

        /// <summary>The type of a <see cref="WorkflowRunStatusEndedEvent"/>.</summary>
        public const string WorkflowRunStatusEnded = "workflow_run.status_ended";

        /// <summary>The type of a <see cref="WorkflowRunErrorEvent"/>.</summary>
        public const string WorkflowRunError = "workflow_run.error";
    }
}
