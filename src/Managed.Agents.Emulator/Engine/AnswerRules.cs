using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Validates answers against the waiting calls. Keeps track of the calls that the same batch has answered.</summary>
internal sealed class AnswerRules(SessionState session)
{
    private readonly HashSet<string> _answered = new(StringComparer.Ordinal);

    public bool HasAnswered(string callId) => _answered.Contains(callId);

    public void Check(JsonObject input, string path)
    {
        var type = input.Text("type")!;
        var (field, kind) = type switch
        {
            "user.custom_tool_result" => ("custom_tool_use_id", PendingKind.CustomResult),
            "user.tool_result" => ("tool_use_id", PendingKind.ToolResult),
            _ => ("tool_use_id", PendingKind.Confirmation),
        };
        if (kind is PendingKind.ToolResult && !session.IsSelfHosted)
        {
            throw ApiError.InvalidRequest($"{path}: user.tool_result is for self_hosted environments only.");
        }

        if (kind is PendingKind.Confirmation && input.Text("deny_message") is { } reason)
        {
            CheckDenyMessage(input, reason, path);
        }

        var id = input.Text(field)!;
        var call = Find(id);
        if (call is null && kind is PendingKind.Confirmation && session.ClosedConfirmations.Contains(id))
        {
            return;
        }

        if (call is null)
        {
            throw ApiError.InvalidRequest($"{path}.{field}: \"{id}\" does not match any tool use that waits for an answer.");
        }

        if (call.Kind != kind)
        {
            throw ApiError.InvalidRequest($"{path}: \"{id}\" is {call.ToolUseType} and waits for {Expected(call.Kind)}, not {type}.");
        }

        if (call.Answer is not null || !_answered.Add(id))
        {
            throw ApiError.InvalidRequest($"{path}.{field}: \"{id}\" has already been answered.");
        }
    }

    private static string Expected(PendingKind kind) => kind switch
    {
        PendingKind.CustomResult => "user.custom_tool_result",
        PendingKind.ToolResult => "user.tool_result",
        PendingKind.Confirmation => "user.tool_confirmation",
        _ => "nothing, since the service runs it",
    };

    private static void CheckDenyMessage(JsonObject input, string reason, string path)
    {
        if (input.Text("result") != "deny")
        {
            throw ApiError.InvalidRequest($"{path}.deny_message: is allowed only with result deny.");
        }

        if (reason.EnumerateRunes().Count() > 10_000)
        {
            throw ApiError.InvalidRequest($"{path}.deny_message: must have at most 10000 characters.");
        }
    }

    // A turn that is ending closes its calls itself.
    private PendingCall? Find(string id) => session.Threads
        .Where(static thread => thread.Turn is { Gate.IsEnding: false })
        .SelectMany(static thread => thread.Pending)
        .FirstOrDefault(call => call.EventId == id);
}
