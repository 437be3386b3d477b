namespace Managed.Agents;

/// <summary>A failed call to an MCP server.</summary>
public sealed record McpProbe : ApiObject
{
    /// <summary>The MCP method that was called, for example <c>initialize</c>.</summary>
    public string Method { get; init => field = value ?? ""; } = "";

    /// <summary>The response; <see langword="null"/> when there was none.</summary>
    public CredentialHttpResponse? HttpResponse { get; init; }
}
