namespace Managed.Agents;

/// <summary>The call does not run, and the client cannot overrule that.</summary>
public sealed record AutoDenied : AutoEvaluatedPermission
{
    /// <summary>Why the call is denied.</summary>
    public PermissionReason ReasonCode { get; init; }
}
