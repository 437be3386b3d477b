// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The type of trigger that starts a run.</summary>
[JsonConverter(typeof(OpenEnumConverter<DeploymentTriggerType>))]
public readonly record struct DeploymentTriggerType : IOpenEnum<DeploymentTriggerType>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public DeploymentTriggerType(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The run was started by the schedule of the deployment.</summary>
    public static DeploymentTriggerType Schedule { get; } = new(Known.Schedule);

    /// <summary>The run was started manually, by <see cref="DeploymentsClient.RunAsync"/>.</summary>
    public static DeploymentTriggerType Manual { get; } = new(Known.Manual);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static DeploymentTriggerType IOpenEnum<DeploymentTriggerType>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The run was started by the schedule of the deployment.</summary>
        public const string Schedule = "schedule";

        /// <summary>The run was started manually, by <see cref="DeploymentsClient.RunAsync"/>.</summary>
        public const string Manual = "manual";
    }
}
