using System.Collections.ObjectModel;

namespace Managed.Agents;

/// <summary>A new credential. It is stored without being tried; see <see cref="VaultCredentialsClient.ValidateMcpOAuthAsync"/>.</summary>
public sealed record VaultCredentialCreateRequest : ApiObject
{
    /// <summary>What the credential is for, and its secrets.</summary>
    public required CredentialAuth Auth { get; init; }

    /// <summary>The name, for people: up to 255 characters.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Key-value pairs of your own: at most 16, keys up to 64 characters, values up to 512.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init => field = ReadOnlyCopy.Map(value); } = ReadOnlyDictionary<string, string>.Empty;
}
