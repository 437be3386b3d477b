using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>What starts the runs of a deployment.</summary>
[JsonConverter(typeof(OpenEnumConverter<DeploymentTriggerType>))]
public readonly record struct DeploymentTriggerType : IOpenEnum<DeploymentTriggerType>
{
    private readonly string? _value;

    /// <summary>Wraps a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public DeploymentTriggerType(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The schedule of the deployment.</summary>
    public static DeploymentTriggerType Schedule { get; } = new(Known.Schedule);

    /// <summary>A call of <see cref="DeploymentsClient.RunAsync"/>.</summary>
    public static DeploymentTriggerType Manual { get; } = new(Known.Manual);

    /// <summary>The value on the wire; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    static DeploymentTriggerType IOpenEnum<DeploymentTriggerType>.Create(string value) => new(value);

    /// <summary>The value on the wire.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The schedule of the deployment.</summary>
        public const string Schedule = "schedule";

        /// <summary>A call of <see cref="DeploymentsClient.RunAsync"/>.</summary>
        public const string Manual = "manual";
    }
}
