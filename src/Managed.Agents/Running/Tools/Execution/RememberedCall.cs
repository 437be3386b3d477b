using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Managed.Agents;

/// <summary>What an executor knows about a call, whatever its store says: a store can lose writes, and a denied call must never run.</summary>
internal sealed class RememberedCall
{
    private UserToolConfirmation? _confirmation;
    private string? _allowed;

    /// <summary>Lets one execution at a time claim, run and record the call.</summary>
    public SemaphoreSlim Gate { get; } = new(1);

    /// <summary>The result that the call gets instead of being run: it was denied, or its input is not valid.</summary>
    public ToolResult? Refusal { get; private set; }

    /// <summary>Whether the function was called here.</summary>
    public bool IsStarted { get; set; }

    /// <summary>Whether the session has the answer.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>The outcome of the call, until the session has it.</summary>
    public ToolExecutionResult? Outcome { get; private set; }

    /// <summary>Refuses the call. The first refusal counts.</summary>
    public void Refuse(ToolResult result) => Refusal ??= result;

    /// <summary>Remembers that the call was allowed, as it is now: another input needs another approval.</summary>
    public void Allow(ToolCall call) => _allowed = FingerprintOf(call);

    public bool IsAllowed(ToolCall call) => _allowed is { } allowed && allowed == FingerprintOf(call);

    /// <summary>Remembers the confirmation for the service. A denial is also a refusal to run the call here.</summary>
    public void Confirm(ToolCall call, UserToolConfirmation confirmation)
    {
        _confirmation = confirmation;
        if (confirmation.Result == ToolConfirmationResult.Allow)
        {
            Allow(call);
        }
        else
        {
            Refuse(ToolRefusals.Denied(confirmation.DenyMessage));
        }
    }

    /// <summary>Returns the remembered confirmation, or null if a decision is needed.</summary>
    public UserToolConfirmation? ConfirmationOf(ToolCall call) =>
        _confirmation is { } confirmation && (confirmation.Result != ToolConfirmationResult.Allow || IsAllowed(call)) ? confirmation : null;

    /// <summary>Remembers an outcome, so that the call keeps it even if the store loses it.</summary>
    public ToolExecutionResult Finish(ToolExecutionResult outcome)
    {
        if (outcome.Kind == ToolExecutionResultKind.Result && !IsAnswered)
        {
            Outcome = outcome;
        }

        return outcome;
    }

    /// <summary>Remembers that the session has the answer, and forgets the answer.</summary>
    public void Close()
    {
        IsAnswered = true;
        Outcome = null;
    }

    private static string FingerprintOf(ToolCall call)
    {
        var input = call.Input.ValueKind == JsonValueKind.Undefined ? "" : call.Input.GetRawText();
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{call.Kind}\0{call.McpServerName}\0{call.Name}\0{input}")));
    }
}
