namespace Managed.Agents;

/// <summary>A call to an MCP server that failed.</summary>
public sealed record McpProbe : ApiObject
{
    /// <summary>What was called, a method of MCP such as <c>initialize</c>.</summary>
    public string Method { get; init => field = value ?? ""; } = "";

    /// <summary>What was answered; null when no answer came.</summary>
    public CredentialHttpResponse? HttpResponse { get; init; }
}
