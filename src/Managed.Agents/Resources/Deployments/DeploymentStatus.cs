// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The status of a deployment. An archived deployment also reports active.</summary>
[JsonConverter(typeof(OpenEnumConverter<DeploymentStatus>))]
public readonly record struct DeploymentStatus : IOpenEnum<DeploymentStatus>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public DeploymentStatus(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The schedule, if there is one, starts sessions.</summary>
    public static DeploymentStatus Active { get; } = new(Known.Active);

    /// <summary>The schedule is paused. Sessions can still be started manually.</summary>
    public static DeploymentStatus Paused { get; } = new(Known.Paused);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static DeploymentStatus IOpenEnum<DeploymentStatus>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The schedule, if there is one, starts sessions.</summary>
        public const string Active = "active";

        /// <summary>The schedule is paused. Sessions can still be started manually.</summary>
        public const string Paused = "paused";
    }
}
