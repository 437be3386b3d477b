using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The reason why a run could not start a session. It is reported as the run's error.</summary>
internal sealed class RunFailure(string type, string message) : Exception(message)
{
    /// <summary>Whether the next run would also fail, so that the deployment is paused.</summary>
    public bool IsPermanent => type is not ("session_rate_limited_error" or "session_creation_rejected_error");

    public JsonObject ToJson() => new() { ["type"] = type, ["message"] = Message };

    /// <summary>Returns the pause reason, which contains only the error type.</summary>
    public JsonObject ToPausedReason() => new() { ["type"] = "error", ["error"] = Json.Typed(type) };

    /// <summary>Runs one step of a run and converts its failure.</summary>
    /// <param name="step">The step.</param>
    /// <param name="missing">The error type when the step fails with 404.</param>
    /// <param name="otherwise">The error type when the step fails with another status.</param>
    public static T Check<T>(Func<T> step, string missing, string otherwise)
    {
        try
        {
            return step();
        }
        catch (ApiError refused)
        {
            throw new RunFailure(refused.Status == 404 ? missing : otherwise, refused.Message);
        }
    }

    public static void Check(Action step, string missing, string otherwise) => Check(
        () =>
        {
            step();
            return true;
        },
        missing,
        otherwise);
}
