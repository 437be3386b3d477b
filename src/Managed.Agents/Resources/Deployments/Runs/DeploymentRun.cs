namespace Managed.Agents;

/// <summary>A run of a deployment. It has either a session or an error.</summary>
public sealed record DeploymentRun : ApiObject
{
    internal override string? WireType => "deployment_run";

    /// <summary>The id (<c>drun_…</c>).</summary>
    public required string Id { get; init; }

    /// <summary>The id of the deployment (<c>depl_…</c>).</summary>
    public string DeploymentId { get; init => field = value ?? ""; } = "";

    /// <summary>The agent, at the version that was used.</summary>
    public AgentReference Agent { get; init => field = value ?? new AgentReference(""); } = new("");

    /// <summary>The trigger that started the run.</summary>
    public DeploymentTrigger TriggerContext { get; init => field = value ?? DeploymentTrigger.Missing; } = DeploymentTrigger.Missing;

    /// <summary>The id of the started session; <see langword="null"/> when <see cref="Error"/> is set.</summary>
    public string? SessionId { get; init; }

    /// <summary>Why no session was started; <see langword="null"/> when <see cref="SessionId"/> is set.</summary>
    public DeploymentError? Error { get; init; }

    /// <summary>When the run was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
