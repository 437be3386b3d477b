using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Emits session errors. Call under the lock of the session.</summary>
internal static class SessionFailure
{
    public static void Emit(SessionEngine engine, string type, string message, RetryStatus retry, JsonObject? details = null)
    {
        var error = details?.Copy() ?? [];
        error["type"] = type;
        error["message"] = message;
        error["retry_status"] = Json.Typed(retry.ToWireName());
        engine.Events.Emit("session.error", new JsonObject { ["error"] = error });
    }

    /// <summary>Emits an unrecoverable error and terminates the session.</summary>
    public static void Terminal(SessionEngine engine, string type, string message)
    {
        Emit(engine, type, message, RetryStatus.Terminal);
        engine.Lifecycle.Terminate();
    }
}
