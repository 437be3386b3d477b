using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>What an outcome may ask for, and when it is over.</summary>
internal static class OutcomeRules
{
    public const int DefaultIterations = 3;

    private static readonly string[] Final = ["satisfied", "max_iterations_reached", "failed", "interrupted"];

    public static bool IsActive(JsonObject evaluation) => !IsFinal(evaluation.Text("result")!);

    public static bool IsFinal(string result) => Final.Contains(result);

    public static void Check(JsonObject outcome, string path)
    {
        if (outcome.Number("max_iterations") is < 1)
        {
            throw ApiError.InvalidRequest($"{path}.max_iterations: must be at least 1.");
        }
    }
}
