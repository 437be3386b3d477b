// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The state or result of an outcome evaluation.</summary>
[JsonConverter(typeof(OpenEnumConverter<OutcomeResult>))]
public readonly record struct OutcomeResult : IOpenEnum<OutcomeResult>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public OutcomeResult(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The work has not started.</summary>
    public static OutcomeResult Pending { get; } = new(Known.Pending);

    /// <summary>The agent is working on the outcome.</summary>
    public static OutcomeResult Running { get; } = new(Known.Running);

    /// <summary>The result of an iteration is being evaluated.</summary>
    public static OutcomeResult Evaluating { get; } = new(Known.Evaluating);

    /// <summary>The result does not satisfy the rubric yet. The agent starts another iteration.</summary>
    public static OutcomeResult NeedsRevision { get; } = new(Known.NeedsRevision);

    /// <summary>The result satisfies the rubric. This result is final.</summary>
    public static OutcomeResult Satisfied { get; } = new(Known.Satisfied);

    /// <summary>The maximum number of iterations was reached. This result is final.</summary>
    public static OutcomeResult MaxIterationsReached { get; } = new(Known.MaxIterationsReached);

    /// <summary>The rubric cannot be applied to the result. This result is final.</summary>
    public static OutcomeResult Failed { get; } = new(Known.Failed);

    /// <summary>The outcome was interrupted. This result is final.</summary>
    public static OutcomeResult Interrupted { get; } = new(Known.Interrupted);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static OutcomeResult IOpenEnum<OutcomeResult>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The work has not started.</summary>
        public const string Pending = "pending";

        /// <summary>The agent is working on the outcome.</summary>
        public const string Running = "running";

        /// <summary>The result of an iteration is being evaluated.</summary>
        public const string Evaluating = "evaluating";

        /// <summary>The result does not satisfy the rubric yet. The agent starts another iteration.</summary>
        public const string NeedsRevision = "needs_revision";

        /// <summary>The result satisfies the rubric. This result is final.</summary>
        public const string Satisfied = "satisfied";

        /// <summary>The maximum number of iterations was reached. This result is final.</summary>
        public const string MaxIterationsReached = "max_iterations_reached";

        /// <summary>The rubric cannot be applied to the result. This result is final.</summary>
        public const string Failed = "failed";

        /// <summary>The outcome was interrupted. This result is final.</summary>
        public const string Interrupted = "interrupted";
    }
}
