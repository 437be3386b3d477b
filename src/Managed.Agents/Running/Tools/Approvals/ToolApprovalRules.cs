using System.Text.Json;

namespace Managed.Agents;

/// <summary>An approver with rules for tool, MCP server, agent and arguments. The first matching rule decides. Without a matching rule, the call is denied.</summary>
/// <remarks>
/// <para>Instances are immutable. Each method returns a new instance with an additional rule.</para>
/// <para>
/// A rule without a server allows only tools without a server: custom tools and built-in tools. It does not allow a tool of an MCP server
/// that has the same name. A rule that denies or asks without a server also applies to the tools of every MCP server.
/// </para>
/// </remarks>
public sealed class ToolApprovalRules : IToolApprover
{
    /// <summary>The server of a rule that applies to the tools of every MCP server, and only to those.</summary>
    public const string AnyServer = "*";

    private readonly Rule[] _rules;

    /// <summary>Initializes a new instance of the <see cref="ToolApprovalRules"/> class without rules, which denies every call.</summary>
    public ToolApprovalRules()
        : this([])
    {
    }

    private ToolApprovalRules(Rule[] rules) => _rules = rules;

    /// <summary>Adds a rule that allows calls.</summary>
    /// <param name="tool">The name of the tool, or null for any.</param>
    /// <param name="server">The name of the MCP server, <see cref="AnyServer"/> for the tools of every MCP server, or null for tools without a server.</param>
    /// <param name="agent">The name of the calling agent, or null for any.</param>
    /// <param name="arguments">A condition for the arguments (a JSON object), or null for any. An exception counts as no match.</param>
    /// <returns>A new instance with the rule at the end.</returns>
    public ToolApprovalRules Allow(string? tool = null, string? server = null, string? agent = null, Func<JsonElement, bool>? arguments = null) =>
        With(new Rule(tool, server, agent, arguments, ToolApprover.AllowAll, IsGrant: true));

    /// <summary>Adds a rule that denies calls.</summary>
    /// <param name="reason">The reason for the agent, or null for none.</param>
    /// <param name="tool">The name of the tool, or null for any.</param>
    /// <param name="server">The name of the MCP server, <see cref="AnyServer"/> for the tools of every MCP server, or null for all tools, with and without a server.</param>
    /// <param name="agent">The name of the calling agent, or null for any.</param>
    /// <param name="arguments">A condition for the arguments (a JSON object), or null for any. An exception counts as a match.</param>
    /// <returns>A new instance with the rule at the end.</returns>
    public ToolApprovalRules Deny(string? reason, string? tool = null, string? server = null, string? agent = null, Func<JsonElement, bool>? arguments = null)
    {
        var verdict = ToolApprovalDecision.Deny(reason);
        return With(new Rule(tool, server, agent, arguments, ToolApprover.From(_ => verdict), IsGrant: false));
    }

    /// <summary>Adds a rule that delegates the decision to another approver, for example to ask a person or to defer with <see cref="ToolApprover.DeferAll"/>.</summary>
    /// <remarks>Without a server, the approver also gets the calls of MCP tools, so that no later rule allows them without asking. It can distinguish them by <see cref="ToolCall.McpServerName"/>.</remarks>
    /// <param name="approver">The approver that decides.</param>
    /// <param name="tool">The name of the tool, or null for any.</param>
    /// <param name="server">The name of the MCP server, <see cref="AnyServer"/> for the tools of every MCP server, or null for all tools, with and without a server.</param>
    /// <param name="agent">The name of the calling agent, or null for any.</param>
    /// <param name="arguments">A condition for the arguments (a JSON object), or null for any. An exception counts as a match.</param>
    /// <returns>A new instance with the rule at the end.</returns>
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

    // An unknown agent or arguments of an unexpected form never match a rule that allows.
    private sealed record Rule(string? Tool, string? Server, string? Agent, Func<JsonElement, bool>? Arguments, IToolApprover Approver, bool IsGrant)
    {
        public bool Fits(ToolCall call) =>
            (Tool is null || Tool == call.Name)
            && FitsServer(call.McpServerName)
            && (Agent is null || (call.AgentName is null ? !IsGrant : Agent == call.AgentName))
            && FitsArguments(call.Input);

        private bool FitsServer(string? server) => Server switch
        {
            null => server is null || !IsGrant,
            AnyServer => server is not null,
            _ => Server == server,
        };

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
