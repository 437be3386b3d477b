namespace Managed.Agents;

/// <summary>The API could not decide. The call waits for the client to allow or deny it.</summary>
public sealed record AutoAsked : AutoEvaluatedPermission
{
    /// <summary>Why the client is asked.</summary>
    public PermissionReason ReasonCode { get; init; }
}
