namespace Managed.Agents;

/// <content>The known values as constants.</content>
public readonly partial record struct SessionEventType
{
    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary><see cref="AgentMessageEvent"/>.</summary>
        public const string AgentMessage = "agent.message";

        /// <summary><see cref="AgentThinkingEvent"/>.</summary>
        public const string AgentThinking = "agent.thinking";

        /// <summary><see cref="AgentToolUseEvent"/>.</summary>
        public const string AgentToolUse = "agent.tool_use";

        /// <summary><see cref="AgentToolResultEvent"/>.</summary>
        public const string AgentToolResult = "agent.tool_result";

        /// <summary><see cref="SpanModelRequestStartEvent"/>.</summary>
        public const string SpanModelRequestStart = "span.model_request_start";

        /// <summary><see cref="SpanModelRequestEndEvent"/>.</summary>
        public const string SpanModelRequestEnd = "span.model_request_end";

        /// <summary><see cref="AgentCustomToolUseEvent"/>.</summary>
        public const string AgentCustomToolUse = "agent.custom_tool_use";

        /// <summary><see cref="AgentMcpToolUseEvent"/>.</summary>
        public const string AgentMcpToolUse = "agent.mcp_tool_use";

        /// <summary><see cref="AgentMcpToolResultEvent"/>.</summary>
        public const string AgentMcpToolResult = "agent.mcp_tool_result";

        /// <summary><see cref="UserMessageEvent"/>.</summary>
        public const string UserMessage = "user.message";

        /// <summary><see cref="UserCustomToolResultEvent"/>.</summary>
        public const string UserCustomToolResult = "user.custom_tool_result";

        /// <summary><see cref="UserToolResultEvent"/>.</summary>
        public const string UserToolResult = "user.tool_result";

        /// <summary><see cref="UserToolConfirmationEvent"/>.</summary>
        public const string UserToolConfirmation = "user.tool_confirmation";

        /// <summary><see cref="SessionStatusRunningEvent"/>.</summary>
        public const string SessionStatusRunning = "session.status_running";

        /// <summary><see cref="SessionUsageEvent"/>.</summary>
        public const string SessionUsage = "session.usage";

        /// <summary><see cref="SessionStatusIdleEvent"/>.</summary>
        public const string SessionStatusIdle = "session.status_idle";

        /// <summary><see cref="SessionThreadStatusRunningEvent"/>.</summary>
        public const string SessionThreadStatusRunning = "session.thread_status_running";

        /// <summary><see cref="SessionThreadStatusIdleEvent"/>.</summary>
        public const string SessionThreadStatusIdle = "session.thread_status_idle";

        /// <summary><see cref="AgentThreadMessageReceivedEvent"/>.</summary>
        public const string AgentThreadMessageReceived = "agent.thread_message_received";

        /// <summary><see cref="AgentThreadMessageSentEvent"/>.</summary>
        public const string AgentThreadMessageSent = "agent.thread_message_sent";

        /// <summary><see cref="SessionThreadCreatedEvent"/>.</summary>
        public const string SessionThreadCreated = "session.thread_created";

        /// <summary><see cref="SessionThreadStatusTerminatedEvent"/>.</summary>
        public const string SessionThreadStatusTerminated = "session.thread_status_terminated";

        /// <summary><see cref="SessionThreadStatusRescheduledEvent"/>.</summary>
        public const string SessionThreadStatusRescheduled = "session.thread_status_rescheduled";

        /// <summary><see cref="SessionErrorEvent"/>.</summary>
        public const string SessionError = "session.error";

        /// <summary><see cref="SessionStatusRescheduledEvent"/>.</summary>
        public const string SessionStatusRescheduled = "session.status_rescheduled";

        /// <summary><see cref="SessionStatusTerminatedEvent"/>.</summary>
        public const string SessionStatusTerminated = "session.status_terminated";

        /// <summary><see cref="SessionUpdatedEvent"/>.</summary>
        public const string SessionUpdated = "session.updated";

        /// <summary><see cref="AgentThreadContextCompactedEvent"/>.</summary>
        public const string AgentThreadContextCompacted = "agent.thread_context_compacted";

        /// <summary><see cref="UserInterruptEvent"/>.</summary>
        public const string UserInterrupt = "user.interrupt";

        /// <summary><see cref="UserDefineOutcomeEvent"/>.</summary>
        public const string UserDefineOutcome = "user.define_outcome";

        /// <summary><see cref="SystemMessageEvent"/>.</summary>
        public const string SystemMessage = "system.message";

        /// <summary><see cref="SpanOutcomeEvaluationStartEvent"/>.</summary>
        public const string SpanOutcomeEvaluationStart = "span.outcome_evaluation_start";

        /// <summary><see cref="SpanOutcomeEvaluationOngoingEvent"/>.</summary>
        public const string SpanOutcomeEvaluationOngoing = "span.outcome_evaluation_ongoing";

        /// <summary><see cref="SpanOutcomeEvaluationEndEvent"/>.</summary>
        public const string SpanOutcomeEvaluationEnd = "span.outcome_evaluation_end";

        /// <summary><see cref="WorkflowRunCreatedEvent"/>.</summary>
        public const string WorkflowRunCreated = "workflow_run.created";

        /// <summary><see cref="WorkflowRunPhaseStartedEvent"/>.</summary>
        public const string WorkflowRunPhaseStarted = "workflow_run.phase_started";

        /// <summary><see cref="WorkflowRunPhaseEndedEvent"/>.</summary>
        public const string WorkflowRunPhaseEnded = "workflow_run.phase_ended";

        /// <summary><see cref="WorkflowRunStatusRunningEvent"/>.</summary>
        public const string WorkflowRunStatusRunning = "workflow_run.status_running";

        /// <summary><see cref="WorkflowRunStatusIdleEvent"/>.</summary>
        public const string WorkflowRunStatusIdle = "workflow_run.status_idle";

        /// <summary><see cref="WorkflowRunStatusEndedEvent"/>.</summary>
        public const string WorkflowRunStatusEnded = "workflow_run.status_ended";

        /// <summary><see cref="WorkflowRunErrorEvent"/>.</summary>
        public const string WorkflowRunError = "workflow_run.error";
    }
}
