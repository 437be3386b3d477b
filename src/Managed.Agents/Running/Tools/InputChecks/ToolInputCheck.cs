using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Managed.Agents;

/// <summary>Checks the input of a call against the schema that the agent was given, before anything is approved or run.</summary>
internal static class ToolInputCheck
{
    private const int MaxProblems = 5;

    /// <summary>Shorter than the reason of a denial can be.</summary>
    private const int MaxLength = 2000;

    /// <summary>Checks the input of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="function">The function that runs the call, or null if the service runs it. Without a function, only duplicate properties are a problem.</param>
    /// <returns>The call with the checked input that approver and function get, or the problem as a sentence for the agent.</returns>
    public static ToolInputCheckResult Check(ToolCall call, AIFunction? function)
    {
        if (function is null)
        {
            return new ToolInputCheckResult(call, Ambiguous(InputNames.FindDuplicate(call.Input, InputPath.Root)));
        }

        // A tool without parameters can be called without an input.
        var isMissing = call.Input.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
        var (replaced, problem) = Read(isMissing ? InputJson.EmptyObject : call.Input, CustomToolRules.SchemaOf(function));
        return new ToolInputCheckResult(
            replaced is { } input ? call with { Input = input } : isMissing ? call with { Input = InputJson.EmptyObject } : call,
            problem);
    }

    /// <summary>Checks an input against a schema. A schema that cannot be read accepts everything.</summary>
    /// <returns>The input to use if a value was sent in another form, such as an object inside a string. And the problem, or null.</returns>
    public static (JsonElement? Replaced, string? Problem) Read(JsonElement input, JsonElement schema)
    {
        if (Ambiguous(InputNames.FindDuplicate(input, InputPath.Root)) is { } ambiguity)
        {
            return (null, ambiguity);
        }

        if (InputText.FindInvalid(schema, InputPath.Root) is not null)
        {
            return (null, null);
        }

        var names = new InputNames(schema);
        if ((InputText.FindInvalid(input, InputPath.Root) ?? names.FindConflict(input)) is { } problem)
        {
            return (null, Sentence([problem]));
        }

        var result = new InputValidator(schema).Validate(input);
        if (result.Problems.Count > 0)
        {
            return (null, Sentence(result.Problems));
        }

        // Objects that were inside strings have names too.
        return !result.IsChanged ? (null, null)
            : names.FindConflict(result.Value) is { } conflict ? (null, Sentence([conflict]))
            : (result.Value, null);
    }

    private static string? Ambiguous(InputProblem? duplicate) => duplicate is null ? null : LogLine.OneLine($"The input is ambiguous: {duplicate}.", MaxLength);

    private static string Sentence(IReadOnlyList<InputProblem> problems)
    {
        var texts = problems.Select(static problem => problem.ToString()).Distinct(StringComparer.Ordinal).ToList();
        var more = texts.Count > MaxProblems ? $"; and {texts.Count - MaxProblems} more" : "";
        return LogLine.OneLine($"The input does not match the schema of the tool: {string.Join("; ", texts.Take(MaxProblems))}{more}.", MaxLength);
    }
}
