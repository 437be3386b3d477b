using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>Whether a deployment starts sessions by its schedule. An archived deployment reads as active.</summary>
[JsonConverter(typeof(OpenEnumConverter<DeploymentStatus>))]
public readonly record struct DeploymentStatus : IOpenEnum<DeploymentStatus>
{
    private readonly string? _value;

    /// <summary>Wraps a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public DeploymentStatus(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Sessions start by the schedule, if there is one.</summary>
    public static DeploymentStatus Active { get; } = new(Known.Active);

    /// <summary>Nothing starts by itself; a run by hand is still possible.</summary>
    public static DeploymentStatus Paused { get; } = new(Known.Paused);

    /// <summary>The value on the wire; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    static DeploymentStatus IOpenEnum<DeploymentStatus>.Create(string value) => new(value);

    /// <summary>The value on the wire.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>Sessions start by the schedule, if there is one.</summary>
        public const string Active = "active";

        /// <summary>Nothing starts by itself; a run by hand is still possible.</summary>
        public const string Paused = "paused";
    }
}
