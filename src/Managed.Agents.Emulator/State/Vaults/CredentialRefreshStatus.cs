namespace Managed.Agents.Emulator;

/// <summary>The result of refreshing the access token of a credential.</summary>
internal enum CredentialRefreshStatus
{
    Succeeded,
    Failed,
    NoRefreshToken,
}
