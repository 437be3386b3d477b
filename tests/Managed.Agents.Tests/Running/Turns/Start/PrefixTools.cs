using System.Collections.Concurrent;
using System.Text.Json;
using Managed.Agents.Tests.Running.Tools;
using Microsoft.Extensions.AI;

namespace Managed.Agents.Tests.Running.Turns.Start;

/// <summary>The functions and the approver of a resumed turn. They record which calls ran and were asked about.</summary>
internal sealed class PrefixTools
{
    /// <summary>A function that may run again.</summary>
    public const string Idempotent = "lookup";

    /// <summary>The custom tools whose calls run here. Calls of transfer need an approval, which is given.</summary>
    private static readonly string[] Allowed = ["pay", Idempotent, "transfer"];

    private readonly ConcurrentDictionary<string, int> _runs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Runs => _runs;

    /// <summary>The calls that the approver or the callback for unknown outcomes was asked about.</summary>
    public IEnumerable<string> Asked => _asked.Keys;

    /// <summary>The calls that could run here, if they are open.</summary>
    public static IEnumerable<RecordedEvent> RunnableCalls(IEnumerable<RecordedEvent> events) => events.Where(static one => one.Type switch
    {
        "agent.custom_tool_use" => Allowed.Contains(one.Text("name")),
        "agent.tool_use" => one.Text("name") == "bash" && one.Text("evaluated_permission") is "ask" or "allow",
        _ => false,
    });

    /// <summary>The shipped defaults, apart from the functions, the approver and the store.</summary>
    public TurnOptions Options(IToolCallStore store) => new()
    {
        Tools =
        [
            Function("pay"), Function(Idempotent).AsIdempotent(),
            new ApprovalRequiredAIFunction(Function("transfer")), new ApprovalRequiredAIFunction(Function("erase")), new ApprovalRequiredAIFunction(Function("sign")),
        ],
        BuiltInTools = [Function("bash")],
        ToolCallStore = store,
        Approver = ToolApprover.From(Decide),
        OnUnknownOutcome = (call, _) =>
        {
            _asked[call.Id] = 1;
            return ValueTask.FromResult<ToolResult?>(ToolResult.Error("It is unknown."));
        },
    };

    private ToolApprovalDecision Decide(ToolCall call)
    {
        _asked[call.Id] = 1;
        return call.Name switch
        {
            "erase" or "write" => ToolApprovalDecision.Deny("No."),
            "sign" => ToolApprovalDecision.Defer,
            _ => ToolApprovalDecision.Allow,
        };
    }

    private AIFunction Function(string name) => TestTools.Of(name, async (arguments, _) =>
    {
        _runs.AddOrUpdate(((JsonElement)arguments["call"]!).GetString()!, 1, static (_, count) => count + 1);
        await Task.Yield();
        return "ok";
    });
}
