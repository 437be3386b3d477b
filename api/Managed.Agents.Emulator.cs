// The public API of Managed.Agents.Emulator. To update it: MANAGED_AGENTS_UPDATE_API=1 dotnet test tests/Managed.Agents.Tests --filter PublicApiTests

namespace Managed.Agents.Emulator
{
    public sealed class AgentScript
    {
        public AgentScript AutoAsk(string reasonCode = "indeterminate");
        public AgentScript AutoDeny(string reasonCode = "high_risk");
        public AgentScript CallCustomTool(string name, JsonObject? input = null);
        public AgentScript CallCustomTool(string name, string input);
        public AgentScript CompactContext();
        public AgentScript ConsultAdvisor(string advice);
        public AgentScript Delay(TimeSpan delay);
        public AgentScript Delegate(string agent, string message, Action<AgentScript> work);
        public AgentScript DelegateAll(Action<Delegations> tasks);
        public AgentScript Emit(string type, JsonObject? fields = null);
        public AgentScript Evaluate(string result, string explanation = "", TimeSpan duration = default);
        public AgentScript ExhaustRetries(string errorType = "model_request_failed_error", string message = "The model request failed.");
        public AgentScript FailFatally(string errorType = "unknown_error", string message = "The session cannot continue.");
        public AgentScript FailTransiently(string errorType = "model_overloaded_error", string message = "The model is overloaded.", TimeSpan retryAfter = default);
        public AgentScript InParallel(Action<ParallelCalls> calls);
        public AgentScript OnNextMessage();
        public AgentScript Once();
        public AgentScript Refuse(string? category = null, string? explanation = null);
        public AgentScript Reply(Func<ScriptTurn, string> text);
        public AgentScript Reply(string text);
        public AgentScript Reply(string text, TimeSpan duration);
        public AgentScript ReportError(string errorType, string message, JsonObject? details = null);
        public AgentScript RunWorkflow(string name, Action<WorkflowScript> phases, string? description = null);
        public AgentScript Think();
        public AgentScript UseMcpTool(string server, string name, JsonObject? input = null, string result = "", bool isError = false, TimeSpan duration = default);
        public AgentScript UseTokens(long inputTokens, long outputTokens, long cacheCreationTokens = 0, long cacheReadTokens = 0);
        public AgentScript UseTool(string name, JsonObject? input = null, string result = "", bool isError = false, TimeSpan duration = default);
        public AgentScript UseTool(string name, string input, string result = "", bool isError = false, TimeSpan duration = default);
        public AgentScript WaitFor(Func<CancellationToken, Task> work);
    }

    public sealed class AgentsEmulator : IAsyncDisposable
    {
        public string ApiKey { get; }
        public Uri BaseAddress { get; }
        public EmulatorFaults Faults { get; }
        public IReadOnlyList<EmulatedRequest> Requests { get; }
        public EmulatedWebhooks Webhooks { get; }
        public string AddSessionOutput(string sessionId, string path, ReadOnlySpan<byte> content);
        public ManagedAgentsClient CreateClient(Action<ManagedAgentsOptions>? configure = null, TimeProvider? timeProvider = null);
        public string CreateEnvironmentKey(string environmentId);
        public ManagedAgentsClient CreateWorkerClient(string environmentId, Action<ManagedAgentsOptions>? configure = null, TimeProvider? timeProvider = null);
        public ValueTask DisposeAsync();
        public AgentScript OnAnyUserMessage(string? agent = null);
        public DreamScript OnDream();
        public AgentScript OnOutcome(Func<string, bool>? matches = null, string? agent = null);
        public AgentScript OnUserMessage(Func<string, bool> matches, string? agent = null);
        public AgentScript OnUserMessage(string text, string? agent = null);
        public string OpenEnforcementAction(string userProfileId, string reason = "unspecified", bool ban = false, TimeSpan? lifetime = null);
        public string QueueHealthCheck(string environmentId);
        public void ResolveEnforcementAction(string userProfileId, string enforcementActionId);
        public static Task<AgentsEmulator> StartAsync(AgentsEmulatorOptions? options = null, CancellationToken cancellationToken = default);
        public string WriteMemory(string memoryStoreId, string path, string content, string sessionId);
    }

    public sealed class AgentsEmulatorOptions
    {
        public AgentsEmulatorOptions();
        public string? ApiKey { get; set; }
        public bool DelayScheduledRuns { get; set; }
        public string? EnvironmentKey { get; set; }
        public TimeSpan IdleStatusDelay { get; set; }
        public TimeSpan KeepAliveInterval { get; set; }
        public long MaxFileSize { get; set; }
        public Func<string, McpProbeOutcome>? McpProbe { get; set; }
        public bool OmitWorkSecrets { get; set; }
        public int Port { get; set; }
        public int RequestHistorySize { get; set; }
        public int Seed { get; set; }
        public TimeSpan SessionOutputDelay { get; set; }
        public bool ShowPrimaryThreadStatus { get; set; }
        public bool ShowQueuedInputs { get; set; }
        public int StreamBufferSize { get; set; }
        public TimeProvider TimeProvider { get; set; }
    }

    public sealed class Delegations
    {
        public Delegations To(string agent, string message, Action<AgentScript> work);
    }

    public sealed class DreamScript
    {
        public DreamScript Delete(string path);
        public DreamScript Fail(string errorType = "internal_error", string message = "The script of the emulator failed this dream.");
        public DreamScript RunFor(TimeSpan duration);
        public DreamScript StartAfter(TimeSpan delay);
        public DreamScript Write(string path, string content);
    }

    public sealed record EmulatedRequest
    {
        public EmulatedRequest(string Method, string Path, string Query, string? Operation, int Status, string RequestId);
        public string Method { get; init; }
        public string? Operation { get; init; }
        public string Path { get; init; }
        public string Query { get; init; }
        public string RequestId { get; init; }
        public int Status { get; init; }
    }

    public sealed record EmulatedWebhookAttempt
    {
        public EmulatedWebhookAttempt(string DeliveryId, string Type, string ObjectId, Uri Address, int Number, int? Status);
        public Uri Address { get; init; }
        public string DeliveryId { get; init; }
        public bool IsAcknowledged { get; }
        public int Number { get; init; }
        public string ObjectId { get; init; }
        public int? Status { get; init; }
        public string Type { get; init; }
    }

    public sealed class EmulatedWebhookEndpoint
    {
        public Uri Address { get; }
        public string DisabledReason { get; }
        public IReadOnlyList<string> EventTypes { get; }
        public bool IsEnabled { get; }
        public string SigningKey { get; }
        public void Disable(string reason = "by its owner");
        public void Enable();
    }

    public sealed record EmulatedWebhookFaults
    {
        public EmulatedWebhookFaults();
        public string? AdditionalSigningKey { get; init; }
        public int Copies { get; init; }
        public TimeSpan Delay { get; init; }
        public int ReverseBatchSize { get; init; }
        public override string ToString();
    }

    public sealed class EmulatedWebhooks
    {
        public Func<Uri, Uri?> AddressResolver { get; set; }
        public IReadOnlyList<EmulatedWebhookAttempt> Attempts { get; }
        public IReadOnlyList<EmulatedWebhookEndpoint> Endpoints { get; }
        public EmulatedWebhookFaults Faults { get; set; }
        public EmulatedWebhookEndpoint AddEndpoint(Uri address, string? signingKey = null, params string[] eventTypes);
        public string Send(string type, string id, params ValueTuple<string, string>[] relatedIds);
        public Task WaitForAttemptsAsync(int count, CancellationToken cancellationToken = default);
        public Task WaitForDeliveriesAsync(CancellationToken cancellationToken = default);
    }

    public class EmulatorClock : TimeProvider
    {
        public EmulatorClock(DateTimeOffset start);
        public int ActiveTimerCount { get; }
        public override TimeZoneInfo LocalTimeZone { get; }
        public override long TimestampFrequency { get; }
        public void Advance(TimeSpan delta);
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period);
        public override long GetTimestamp();
        public override DateTimeOffset GetUtcNow();
        public Task WaitForTimersAsync(int count, CancellationToken cancellationToken = default);
    }

    public sealed class EmulatorFaults
    {
        public IReadOnlyList<Fault> Active { get; }
        public void Clear();
        public void CutStreams();
        public void FailStreams(string errorType = "api_error");
        public EventFaultBuilder OnEvents(params string[] types);
        public HistoryFaultBuilder OnHistory();
        public PreviewFaultBuilder OnPreviews();
        public RequestFaultBuilder OnRequests(params string[] operations);
        public SessionFaultBuilder OnSessions();
        public StreamFaultBuilder OnStreams();
    }

    public sealed class EventFaultBuilder : FaultBuilder<EventFaultBuilder>
    {
        public Fault AddField(string name = "unrecognized", JsonNode? value = null);
        public Fault ChangeStopReason(string type = "unrecognized");
        public Fault ClearId();
        public Fault CorruptJson();
        public Fault Drop();
        public Fault Duplicate();
        public Fault DuplicateWithNewId();
        public Fault InsertUnknown(string type = "session.unrecognized");
        public Fault ShowQueued();
    }

    public abstract class Fault
    {
        public int Hits { get; }
        public string Id { get; }
        public bool IsActive { get; }
        public void Remove();
        public override string ToString();
    }

    public abstract class FaultBuilder<TBuilder> where TBuilder : FaultBuilder<TBuilder>
    {
        public TBuilder ForSession(string sessionId);
        public TBuilder Once();
        public TBuilder Rate(double rate);
        public TBuilder Seed(int seed);
        public TBuilder Times(int times);
    }

    public sealed class HistoryFaultBuilder : FaultBuilder<HistoryFaultBuilder>
    {
        public Fault Delay(TimeSpan delay);
        public Fault Delay(int events);
        public Fault InsertEmptyPages();
        public Fault LeaveUnprocessed();
    }

    public enum McpProbeOutcome
    {
        Accepted = 0,
        Rejected = 1,
        RefreshFailed = 2,
        Unreachable = 3,
    }

    public sealed class ParallelCalls
    {
        public ParallelCalls AutoAsk(string reasonCode = "indeterminate");
        public ParallelCalls AutoDeny(string reasonCode = "high_risk");
        public ParallelCalls CallCustomTool(string name, JsonObject? input = null);
        public ParallelCalls CallCustomTool(string name, string input);
        public ParallelCalls UseMcpTool(string server, string name, JsonObject? input = null, string result = "", bool isError = false, TimeSpan duration = default);
        public ParallelCalls UseTool(string name, JsonObject? input = null, string result = "", bool isError = false, TimeSpan duration = default);
        public ParallelCalls UseTool(string name, string input, string result = "", bool isError = false, TimeSpan duration = default);
    }

    public sealed class PreviewFaultBuilder : FaultBuilder<PreviewFaultBuilder>
    {
        public Fault Abandon();
        public PreviewFaultBuilder AfterDeltas(int atLeast, int atMost);
        public PreviewFaultBuilder AfterDeltas(int deltas);
        public Fault Stop();
    }

    public sealed class RequestFaultBuilder : FaultBuilder<RequestFaultBuilder>
    {
        public Fault DelayResponse(TimeSpan? delay = null);
        public Fault DropRequest();
        public Fault DropResponse();
        public Fault Fail(int status, TimeSpan? retryAfter = null, bool? shouldRetry = null, string? errorType = null);
        public Fault TruncateResponse();
    }

    public sealed class ScriptTurn
    {
        public string AgentName { get; }
        public string LastResultText { get; }
        public string SessionId { get; }
        public string Text { get; }
    }

    public sealed class SessionFaultBuilder : FaultBuilder<SessionFaultBuilder>
    {
        public Fault DelayStatus(TimeSpan? delay = null);
    }

    public sealed class StreamFaultBuilder : FaultBuilder<StreamFaultBuilder>
    {
        public StreamFaultBuilder AfterBytes(int atLeast, int atMost);
        public StreamFaultBuilder AfterBytes(int bytes);
        public StreamFaultBuilder AfterEvents(int atLeast, int atMost);
        public StreamFaultBuilder AfterEvents(int events);
        public Fault Cut();
        public Fault End();
        public Fault Fail(string errorType = "api_error");
        public Fault OmitKeepAlives();
        public Fault Split(int atLeast = 1, int atMost = 16);
        public Fault Stall();
    }

    public sealed class WorkflowPhaseScript
    {
        public WorkflowPhaseScript Agent(string name, string prompt, Action<AgentScript> work);
    }

    public sealed class WorkflowScript
    {
        public WorkflowScript Fail(string errorType, string message);
        public WorkflowScript Phase(string name, Action<WorkflowPhaseScript> agents);
        public WorkflowScript Stop();
    }
}
