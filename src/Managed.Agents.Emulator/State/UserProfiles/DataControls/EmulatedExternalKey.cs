namespace Managed.Agents.Emulator;

/// <summary>Specifies where an external key of the organization is stored.</summary>
public enum EmulatedExternalKey
{
    /// <summary>The key is in Google Cloud KMS. It can be used for data controls.</summary>
    GoogleCloud,

    /// <summary>The key is stored with another provider. The API responds with <c>external_key_provider_mismatch</c>.</summary>
    OtherProvider,

    /// <summary>The key does not exist. The API responds with <c>external_key_not_found</c>.</summary>
    Missing,
}
