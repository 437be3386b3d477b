using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>How far an outcome is.</summary>
[JsonConverter(typeof(OpenEnumConverter<OutcomeResult>))]
public readonly record struct OutcomeResult : IOpenEnum<OutcomeResult>
{
    private readonly string? _value;

    /// <summary>Wraps a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public OutcomeResult(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The work has not begun.</summary>
    public static OutcomeResult Pending { get; } = new(Known.Pending);

    /// <summary>The agent works on it.</summary>
    public static OutcomeResult Running { get; } = new(Known.Running);

    /// <summary>An attempt is being judged.</summary>
    public static OutcomeResult Evaluating { get; } = new(Known.Evaluating);

    /// <summary>The attempt falls short; the agent tries again.</summary>
    public static OutcomeResult NeedsRevision { get; } = new(Known.NeedsRevision);

    /// <summary>The outcome is reached. Final.</summary>
    public static OutcomeResult Satisfied { get; } = new(Known.Satisfied);

    /// <summary>The agent has tried as often as it may. Final.</summary>
    public static OutcomeResult MaxIterationsReached { get; } = new(Known.MaxIterationsReached);

    /// <summary>The attempt cannot be judged by the rubric. Final.</summary>
    public static OutcomeResult Failed { get; } = new(Known.Failed);

    /// <summary>An interrupt ended the work. Final.</summary>
    public static OutcomeResult Interrupted { get; } = new(Known.Interrupted);

    /// <summary>The value on the wire; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    static OutcomeResult IOpenEnum<OutcomeResult>.Create(string value) => new(value);

    /// <summary>The value on the wire.</summary>
    /// <returns><see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The work has not begun.</summary>
        public const string Pending = "pending";

        /// <summary>The agent works on it.</summary>
        public const string Running = "running";

        /// <summary>An attempt is being judged.</summary>
        public const string Evaluating = "evaluating";

        /// <summary>The attempt falls short; the agent tries again.</summary>
        public const string NeedsRevision = "needs_revision";

        /// <summary>The outcome is reached. Final.</summary>
        public const string Satisfied = "satisfied";

        /// <summary>The agent has tried as often as it may. Final.</summary>
        public const string MaxIterationsReached = "max_iterations_reached";

        /// <summary>The attempt cannot be judged by the rubric. Final.</summary>
        public const string Failed = "failed";

        /// <summary>An interrupt ended the work. Final.</summary>
        public const string Interrupted = "interrupted";
    }
}
