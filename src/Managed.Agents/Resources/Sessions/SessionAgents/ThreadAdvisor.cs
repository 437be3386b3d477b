namespace Managed.Agents;

/// <summary>A model that is asked for advice.</summary>
public sealed record ThreadAdvisor : ThreadAgent
{
    /// <summary>The id of the model.</summary>
    public string Model { get; init => field = value ?? ""; } = "";
}
