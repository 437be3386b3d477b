namespace Managed.Agents;

/// <summary>The request to update a credential, for example its secret. Omitted properties are unchanged. Running sessions use the new values without a restart.</summary>
public sealed record VaultCredentialUpdateRequest : ApiObject
{
    /// <summary>The parts of the authentication to change, of the same type as the stored one; <see langword="null"/> leaves it unchanged.</summary>
    public CredentialAuthUpdate? Auth { get; init; }

    /// <summary>The new name, 1 to 255 characters.</summary>
    public Optional<string> DisplayName { get; init; }

    /// <summary>The key-value pairs to set. A <see langword="null"/> value deletes its key. Other keys are unchanged.</summary>
    public MetadataUpdate? Metadata { get; init => field = MetadataUpdate.AsReadOnlyOrNull(value); }
}
