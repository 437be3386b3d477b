using Microsoft.Extensions.AI;

namespace Managed.Agents;

/// <summary>Checks the input of a call before the approver and the function get it.</summary>
internal static class ToolInputCheck
{
    /// <summary>Returns the call with its checked input, and the problem of the input if there is one.</summary>
    public static ToolInputCheckResult Check(ToolCall call, AIFunction? function)
    {
        _ = function;
        return new ToolInputCheckResult(call, Problem: null);
    }
}

/// <summary>The result of checking the input of a call.</summary>
/// <param name="Call">The call as approvers and functions get it.</param>
/// <param name="Problem">What is wrong with the input, as a sentence for the agent, or null.</param>
internal sealed record ToolInputCheckResult(ToolCall Call, string? Problem);
