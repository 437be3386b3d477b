namespace Managed.Agents;

/// <summary>The API judged this very call.</summary>
public sealed record AutoEvaluation : AgentToolEvaluation
{
    /// <summary>The judgement.</summary>
    public AutoEvaluatedPermission EvaluatedPermission { get; init => field = value ?? AutoEvaluatedPermission.Missing; } = AutoEvaluatedPermission.Missing;
}
