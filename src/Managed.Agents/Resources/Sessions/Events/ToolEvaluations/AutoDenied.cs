namespace Managed.Agents;

/// <summary>The API denied the call. The client cannot override the decision.</summary>
public sealed record AutoDenied : AutoEvaluatedPermission
{
    /// <summary>Why the call is denied.</summary>
    public PermissionReason ReasonCode { get; init; }
}
