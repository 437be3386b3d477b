using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Why a run starts no session, in the words of the run's error.</summary>
internal sealed class RunFailure(string type, string message) : Exception(message)
{
    /// <summary>Whether the next run would fail too, so that the deployment is paused.</summary>
    public bool IsLasting => type is not ("session_rate_limited_error" or "session_creation_rejected_error");

    public JsonObject ToJson() => new() { ["type"] = type, ["message"] = Message };

    /// <summary>The reason of a pause, which says the kind only.</summary>
    public JsonObject ToPausedReason() => new() { ["type"] = "error", ["error"] = Json.Typed(type) };

    /// <summary>Does something that a run needs, and names its failure.</summary>
    /// <param name="step">What is done.</param>
    /// <param name="missing">The failure where it answers 404.</param>
    /// <param name="otherwise">The failure where it answers anything else.</param>
    public static T Of<T>(Func<T> step, string missing, string otherwise)
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

    public static void Of(Action step, string missing, string otherwise) => Of(
        () =>
        {
            step();
            return true;
        },
        missing,
        otherwise);
}
