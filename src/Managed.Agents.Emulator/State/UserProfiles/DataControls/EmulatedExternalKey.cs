namespace Managed.Agents.Emulator;

/// <summary>Where an external key of the organization is.</summary>
public enum EmulatedExternalKey
{
    /// <summary>In Google Cloud KMS. It can be used for data controls.</summary>
    GoogleCloud,

    /// <summary>With another provider. The API responds with <c>external_key_provider_mismatch</c>.</summary>
    OtherProvider,

    /// <summary>There is no such key. The API responds with <c>external_key_not_found</c>.</summary>
    Missing,
}
