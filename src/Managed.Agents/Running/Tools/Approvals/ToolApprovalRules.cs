using System.Text.Json;

namespace Managed.Agents;

/// <summary>Rules about tool calls, by tool, MCP server, agent and arguments. The first that fits decides; without one, the call is denied.</summary>
/// <remarks>The rules do not change: each method gives a new, longer list.</remarks>
public sealed class ToolApprovalRules : IToolApprover
{
    private readonly Rule[] _rules;

    /// <summary>Makes rules that deny everything.</summary>
    public ToolApprovalRules()
        : this([])
    {
    }

    private ToolApprovalRules(Rule[] rules) => _rules = rules;

    /// <summary>Adds a rule that allows calls.</summary>
    /// <param name="tool">The name of the tool; null for any.</param>
    /// <param name="server">The name of the MCP server; null for any, and for tools of none.</param>
    /// <param name="agent">The name of the agent that calls; null for any.</param>
    /// <param name="arguments">Looks at the arguments, a JSON object; null for any. What it throws counts as no fit.</param>
    /// <returns>The rules with the new one at the end.</returns>
    public ToolApprovalRules Allow(string? tool = null, string? server = null, string? agent = null, Func<JsonElement, bool>? arguments = null) =>
        With(new Rule(tool, server, agent, arguments, ToolApprover.AllowAll, IsGrant: true));

    /// <summary>Adds a rule that denies calls.</summary>
    /// <param name="reason">What the agent is told; null for nothing but that.</param>
    /// <param name="tool">The name of the tool; null for any.</param>
    /// <param name="server">The name of the MCP server; null for any, and for tools of none.</param>
    /// <param name="agent">The name of the agent that calls; null for any.</param>
    /// <param name="arguments">Looks at the arguments, a JSON object; null for any. What it throws counts as a fit.</param>
    /// <returns>The rules with the new one at the end.</returns>
    public ToolApprovalRules Deny(string? reason, string? tool = null, string? server = null, string? agent = null, Func<JsonElement, bool>? arguments = null)
    {
        var verdict = ToolApprovalDecision.Deny(reason);
        return With(new Rule(tool, server, agent, arguments, ToolApprover.From(_ => verdict), IsGrant: false));
    }

    /// <summary>Adds a rule that leaves the decision to somebody else: a person, or <see cref="ToolApprover.DeferAll"/>.</summary>
    /// <param name="approver">Who decides.</param>
    /// <param name="tool">The name of the tool; null for any.</param>
    /// <param name="server">The name of the MCP server; null for any, and for tools of none.</param>
    /// <param name="agent">The name of the agent that calls; null for any.</param>
    /// <param name="arguments">Looks at the arguments, a JSON object; null for any. What it throws counts as a fit.</param>
    /// <returns>The rules with the new one at the end.</returns>
    public ToolApprovalRules Ask(IToolApprover approver, string? tool = null, string? server = null, string? agent = null, Func<JsonElement, bool>? arguments = null)
    {
        ArgumentNullException.ThrowIfNull(approver);
        return With(new Rule(tool, server, agent, arguments, approver, IsGrant: false));
    }

    /// <inheritdoc/>
    public ValueTask<ToolApprovalDecision> DecideAsync(ToolCall call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Array.Find(_rules, rule => rule.Fits(call)) is { } rule
            ? rule.Approver.DecideAsync(call, cancellationToken)
            : ValueTask.FromResult(ToolApprovalDecision.Deny("No rule allows the call."));
    }

    private ToolApprovalRules With(Rule rule) => new([.. _rules, rule]);

    // What cannot be told, because an agent is not known or arguments have an unexpected shape, is never a reason to allow.
    private sealed record Rule(string? Tool, string? Server, string? Agent, Func<JsonElement, bool>? Arguments, IToolApprover Approver, bool IsGrant)
    {
        public bool Fits(ToolCall call) =>
            (Tool is null || Tool == call.Name)
            && (Server is null || Server == call.McpServerName)
            && (Agent is null || (call.AgentName is null ? !IsGrant : Agent == call.AgentName))
            && FitsArguments(call.Input);

        private bool FitsArguments(JsonElement input)
        {
            try
            {
                return Arguments?.Invoke(input) != false;
            }
            catch (Exception)
            {
                return !IsGrant;
            }
        }
    }
}
