using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Managed.Agents.Tunnels;

/// <summary>The token that a connector uses to open a tunnel.</summary>
[Experimental(PreviewFeature.DiagnosticId)]
public sealed record TunnelToken : ApiObject
{
    internal override string? WireType => "tunnel_token";

    /// <summary>The id of the token. Changes with every rotation.</summary>
    public required string Id { get; init; }

    /// <summary>The secret value of the token.</summary>
    [JsonPropertyName("tunnel_token")]
    public SecretString Token { get; init => field = value ?? new SecretString(""); } = new("");
}
