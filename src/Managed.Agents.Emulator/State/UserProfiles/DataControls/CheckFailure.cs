using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Why a key or bucket failed its check. Keys have only a message.</summary>
internal sealed record CheckFailure(string Message, string? Check = null, string? Role = null)
{
    public JsonObject ToJson() => new() { ["check"] = Check, ["message"] = Message, ["role"] = Role };
}
