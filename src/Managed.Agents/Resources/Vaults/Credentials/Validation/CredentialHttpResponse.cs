namespace Managed.Agents;

/// <summary>An answer of an MCP server or of a token endpoint.</summary>
public sealed record CredentialHttpResponse : ApiObject
{
    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; init; }

    /// <summary>The content type.</summary>
    public string ContentType { get; init => field = value ?? ""; } = "";

    /// <summary>The body, or its beginning.</summary>
    public string Body { get; init => field = value ?? ""; } = "";

    /// <summary>Whether <see cref="Body"/> is only the beginning.</summary>
    public bool BodyTruncated { get; init; }
}
