using System.Globalization;
using System.Text.Json;

namespace Managed.Agents.Tests.Running.Turns.Rules;

/// <summary>Creates the events of the tests of the rules. The time of an event is its number in seconds.</summary>
internal static class RuleEvents
{
    public const string SessionId = "sesn_1";

    private static readonly JsonElement NoInput = JsonElement.Parse("{}");

    public static DateTimeOffset Time(int second) => DateTimeOffset.UnixEpoch.AddSeconds(second);

    public static string Id(int number) => "sevt_" + number.ToString(CultureInfo.InvariantCulture);

    public static UserMessageEvent Message(string id, int? second = 1) => new() { Id = id, ProcessedAt = second is { } at ? Time(at) : null, Content = ["go"] };

    public static SessionStatusRunningEvent Running(string id = "sevt_running", int second = 2) => new() { Id = id, ProcessedAt = Time(second) };

    public static SessionStatusIdleEvent Idle(StopReason reason, string id = "sevt_idle", int second = 50) => new() { Id = id, ProcessedAt = Time(second), StopReason = reason };

    public static SessionStatusIdleEvent Waiting(params string[] callIds) => Idle(new RequiresAction { EventIds = callIds }, "sevt_waiting", 40);

    public static AgentCustomToolUseEvent Custom(string id, string? threadId = null, int second = 10, string name = "pay") =>
        new() { Id = id, ProcessedAt = Time(second), Name = name, Input = NoInput, SessionThreadId = threadId };

    public static AgentToolUseEvent BuiltIn(string id, EvaluatedPermission permission, string? threadId = null, int second = 10) =>
        new() { Id = id, ProcessedAt = Time(second), Name = "bash", Input = NoInput, EvaluatedPermission = permission, SessionThreadId = threadId };

    public static UserCustomToolResultEvent Result(string callId, int second = 20) => new() { Id = "sevt_r" + callId, ProcessedAt = Time(second), CustomToolUseId = callId, Content = ["ok"] };

    public static AgentToolResultEvent ServiceResult(string callId, int second = 20) => new() { Id = "sevt_s" + callId, ProcessedAt = Time(second), ToolUseId = callId };

    public static UserToolConfirmationEvent Confirmation(string callId, ToolConfirmationResult result, int second = 15) =>
        new() { Id = "sevt_c" + callId, ProcessedAt = Time(second), ToolUseId = callId, Result = result };

    public static UserInterruptEvent Interrupt(string? threadId = null, int? second = 30) =>
        new() { Id = "sevt_interrupt", ProcessedAt = second is { } at ? Time(at) : null, SessionThreadId = threadId };

    public static AgentMessageEvent Reply(string text = "done") => new() { Id = "sevt_reply", ProcessedAt = Time(45), Content = [text] };

    public static ManagedAgentsApiException Rejected() =>
        new("rejected") { StatusCode = System.Net.HttpStatusCode.BadRequest, ErrorType = ApiErrorType.InvalidRequest };
}
