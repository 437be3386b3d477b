using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents.Tunnels;

/// <summary>The token with which a connector opens a tunnel.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record TunnelToken : ApiObject
{
    internal override string? WireType => "tunnel_token";

    /// <summary>The id of the token, another one after every rotation.</summary>
    public required string Id { get; init; }

    /// <summary>The token itself.</summary>
    [JsonPropertyName("tunnel_token")]
    public SecretString Token { get; init => field = value ?? new SecretString(""); } = new("");
}
