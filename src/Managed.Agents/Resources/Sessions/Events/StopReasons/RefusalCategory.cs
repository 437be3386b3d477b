// Written by GeneratedFileTests. By hand: the summary and the constants in Known.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The category of a refusal by the model.</summary>
[JsonConverter(typeof(OpenEnumConverter<RefusalCategory>))]
public readonly record struct RefusalCategory : IOpenEnum<RefusalCategory>
{
    private readonly string? _value;

    /// <summary>Initializes a new instance with a value, known or not.</summary>
    /// <param name="value">The value on the wire.</param>
    public RefusalCategory(string value) => _value = string.IsNullOrEmpty(value) ? null : value;

    /// <summary>The refusal concerns attacks on computer systems.</summary>
    public static RefusalCategory Cyber { get; } = new(Known.Cyber);

    /// <summary>The refusal concerns biological harm.</summary>
    public static RefusalCategory Bio { get; } = new(Known.Bio);

    /// <summary>The refusal concerns the development of frontier large language models.</summary>
    public static RefusalCategory FrontierLlm { get; } = new(Known.FrontierLlm);

    /// <summary>The refusal concerns an attempt to extract the reasoning of the model.</summary>
    public static RefusalCategory ReasoningExtraction { get; } = new(Known.ReasoningExtraction);

    /// <summary>The refusal concerns other harms.</summary>
    public static RefusalCategory GeneralHarms { get; } = new(Known.GeneralHarms);

    /// <summary>The value on the wire; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static RefusalCategory IOpenEnum<RefusalCategory>.Create(string value) => new(value);

    /// <summary>Returns the value on the wire.</summary>
    /// <returns>The <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    /// <summary>The known values as constants, for <c>case</c> labels.</summary>
    public static class Known
    {
        /// <summary>The refusal concerns attacks on computer systems.</summary>
        public const string Cyber = "cyber";

        /// <summary>The refusal concerns biological harm.</summary>
        public const string Bio = "bio";

        /// <summary>The refusal concerns the development of frontier large language models.</summary>
        public const string FrontierLlm = "frontier_llm";

        /// <summary>The refusal concerns an attempt to extract the reasoning of the model.</summary>
        public const string ReasoningExtraction = "reasoning_extraction";

        /// <summary>The refusal concerns other harms.</summary>
        public const string GeneralHarms = "general_harms";
    }
}
