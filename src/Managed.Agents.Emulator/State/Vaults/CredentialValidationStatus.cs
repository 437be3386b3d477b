namespace Managed.Agents.Emulator;

/// <summary>The result of validating a credential.</summary>
internal enum CredentialValidationStatus
{
    Valid,
    Invalid,
    Unknown,
}
