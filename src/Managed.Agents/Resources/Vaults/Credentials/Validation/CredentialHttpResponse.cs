namespace Managed.Agents;

/// <summary>A response of an MCP server or a token endpoint.</summary>
public sealed record CredentialHttpResponse : ApiObject
{
    /// <summary>The HTTP status code.</summary>
    public int StatusCode { get; init; }

    /// <summary>The content type.</summary>
    public string ContentType { get; init => field = value ?? ""; } = "";

    /// <summary>The body or its beginning.</summary>
    public string Body { get; init => field = value ?? ""; } = "";

    /// <summary>Whether <see cref="Body"/> contains only the beginning.</summary>
    public bool BodyTruncated { get; init; }
}
