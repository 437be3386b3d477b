namespace Managed.Agents;

/// <summary>An advisor: a model that the agent asks for advice.</summary>
public sealed record ThreadAdvisor : ThreadAgent
{
    /// <summary>The id of the model.</summary>
    public string Model { get; init => field = value ?? ""; } = "";
}
