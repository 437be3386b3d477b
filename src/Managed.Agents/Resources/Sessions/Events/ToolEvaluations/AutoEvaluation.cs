namespace Managed.Agents;

/// <summary>The API evaluated this call automatically.</summary>
public sealed record AutoEvaluation : AgentToolEvaluation
{
    /// <summary>The permission decision.</summary>
    public AutoEvaluatedPermission EvaluatedPermission { get; init => field = value ?? AutoEvaluatedPermission.Missing; } = AutoEvaluatedPermission.Missing;
}
