using System.Text.Json.Serialization;
using static Managed.Agents.UnionVariant;

namespace Managed.Agents;

/// <summary>An event in a session or in one of its threads: a message, a tool call, a status change or a span of work.</summary>
/// <remarks>
/// A stream or a list can also return an <see cref="UnreadableSessionEvent"/>. Event types that this version does not recognize are returned as
/// an <see cref="UnknownSessionEvent"/>.
/// </remarks>
[JsonConverter(typeof(UnionConverter<SessionEvent>))]
public abstract record SessionEvent : ApiObject, IApiUnion<SessionEvent>, IUnionMember
{
    private static readonly UnionVariants<SessionEvent> Variants = new(
        static raw => new UnknownSessionEvent(raw),
        ("agent.message", typeof(AgentMessageEvent)),
        ("event_delta", typeof(EventDeltaEvent)),
        ("event_start", typeof(EventStartEvent)),
        ("agent.thinking", typeof(AgentThinkingEvent)),
        ("agent.tool_use", typeof(AgentToolUseEvent)),
        ("agent.tool_result", typeof(AgentToolResultEvent)),
        ("span.model_request_start", typeof(SpanModelRequestStartEvent)),
        ("span.model_request_end", typeof(SpanModelRequestEndEvent)),
        ("agent.custom_tool_use", typeof(AgentCustomToolUseEvent)),
        ("agent.mcp_tool_use", typeof(AgentMcpToolUseEvent)),
        ("agent.mcp_tool_result", typeof(AgentMcpToolResultEvent)),
        ("user.message", typeof(UserMessageEvent)),
        ("user.custom_tool_result", typeof(UserCustomToolResultEvent)),
        ("user.tool_result", typeof(UserToolResultEvent)),
        ("user.tool_confirmation", typeof(UserToolConfirmationEvent)),
        ("session.status_running", typeof(SessionStatusRunningEvent)),
        ("session.usage", typeof(SessionUsageEvent)),
        ("session.status_idle", typeof(SessionStatusIdleEvent)),
        ("session.thread_status_running", typeof(SessionThreadStatusRunningEvent)),
        ("session.thread_status_idle", typeof(SessionThreadStatusIdleEvent)),
        ("agent.thread_message_received", typeof(AgentThreadMessageReceivedEvent)),
        ("agent.thread_message_sent", typeof(AgentThreadMessageSentEvent)),
        ("session.thread_created", typeof(SessionThreadCreatedEvent)),
        ("session.thread_status_terminated", typeof(SessionThreadStatusTerminatedEvent)),
        ("session.thread_status_rescheduled", typeof(SessionThreadStatusRescheduledEvent)),
        ("session.error", typeof(SessionErrorEvent)),
        WithoutOwnFields<SessionStatusRescheduledEvent>("session.status_rescheduled"),
        WithoutOwnFields<SessionStatusTerminatedEvent>("session.status_terminated"),
        ("session.updated", typeof(SessionUpdatedEvent)),
        WithoutOwnFields<SessionDeletedEvent>("session.deleted"),
        WithoutOwnFields<AgentThreadContextCompactedEvent>("agent.thread_context_compacted"),
        WithoutOwnFields<UserInterruptEvent>("user.interrupt"),
        ("user.define_outcome", typeof(UserDefineOutcomeEvent)),
        ("system.message", typeof(SystemMessageEvent)),
        ("span.outcome_evaluation_start", typeof(SpanOutcomeEvaluationStartEvent)),
        ("span.outcome_evaluation_ongoing", typeof(SpanOutcomeEvaluationOngoingEvent)),
        ("span.outcome_evaluation_end", typeof(SpanOutcomeEvaluationEndEvent)),
        ("workflow_run.created", typeof(WorkflowRunCreatedEvent)),
        ("workflow_run.phase_started", typeof(WorkflowRunPhaseStartedEvent)),
        ("workflow_run.phase_ended", typeof(WorkflowRunPhaseEndedEvent)),
        ("workflow_run.status_running", typeof(WorkflowRunStatusRunningEvent)),
        ("workflow_run.status_idle", typeof(WorkflowRunStatusIdleEvent)),
        ("workflow_run.status_ended", typeof(WorkflowRunStatusEndedEvent)),
        ("workflow_run.error", typeof(WorkflowRunErrorEvent)))
    {
        SharedFields = static options =>
        [
            SharedField<SessionEvent>.Create(options, nameof(Id), static sessionEvent => sessionEvent.Id, static (sessionEvent, value) => sessionEvent._id = value ?? ""),
            SharedField<SessionEvent>.Create(options, nameof(ProcessedAt), static sessionEvent => sessionEvent.ProcessedAt, static (sessionEvent, value) => sessionEvent._processedAt = value),
            SharedField<SessionEvent>.Create(options, nameof(SessionThreadId), static sessionEvent => sessionEvent.SessionThreadId, static (sessionEvent, value) => sessionEvent._sessionThreadId = value),
        ],
    };

    private string _id = "";
    private DateTimeOffset? _processedAt;
    private string? _sessionThreadId;

    private protected SessionEvent()
    {
    }

    /// <summary>The type on the wire, for example <c>agent.message</c>.</summary>
    [JsonIgnore]
    public string Type => TypeName;

    static UnionVariants<SessionEvent> IApiUnion<SessionEvent>.Variants => Variants;

    internal sealed override string WireType => Variants.NameOf(this);

    private protected virtual string TypeName => Variants.NameOf(this);

    /// <summary>The id of the event (<c>sevt_…</c>), unique within the session.</summary>
    /// <value>Empty when the event has no id. Previews never have one. An event without an id cannot be deduplicated.</value>
    public string Id { get => _id; init => _id = value ?? ""; }

    /// <summary>When the API processed the event.</summary>
    /// <value>
    /// <see langword="null"/> on previews, and on a sent event that is still queued. The queued event arrives again with the same id when
    /// it is processed.
    /// </value>
    public DateTimeOffset? ProcessedAt { get => _processedAt; init => _processedAt = value; }

    /// <summary>The id of the thread (<c>sthr_…</c>) that the event belongs to.</summary>
    /// <value>
    /// Set on events of another thread that are shown on the primary thread, on thread status events, and on answers that were routed to a
    /// thread. Otherwise <see langword="null"/>.
    /// </value>
    public string? SessionThreadId { get => _sessionThreadId; init => _sessionThreadId = value; }

    /// <summary>The details that a log line shows after the type; <see langword="null"/> for none.</summary>
    private protected virtual string? Detail => null;

    private protected sealed override string Summary => LogLine.Of(Type, Detail);
}
