using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;

namespace Managed.Agents;

/// <summary>By what an event is known again.</summary>
internal static class EventIdentity
{
    /// <summary>What the keys of events without an id begin with.</summary>
    private const char NamelessMark = '#';

    /// <summary>The key of an event; null for one that is never stored (previews, frames that cannot be read).</summary>
    /// <remarks>
    /// An answer to a tool call is known by the call: the service may store it twice, under an id for each thread that shows it. An event
    /// without an id is known by its content.
    /// </remarks>
    public static string? KeyOf(SessionEvent received) => received switch
    {
        UserCustomToolResultEvent { CustomToolUseId.Length: > 0 } result => "=" + result.CustomToolUseId,
        UserToolResultEvent { ToolUseId.Length: > 0 } result => "=" + result.ToolUseId,
        UserToolConfirmationEvent { ToolUseId.Length: > 0 } confirmation => "?" + confirmation.ToolUseId,
        { Id.Length: > 0 } => received.Id,
        EventStartEvent or EventDeltaEvent or UnreadableSessionEvent => null,
        _ => NamelessMark + ContentHash(received),
    };

    /// <summary>Whether a key is that of an event with a name: one that is known again for sure.</summary>
    public static bool IsName([NotNullWhen(true)] string? key) => key is not null && key[0] != NamelessMark;

    private static string ContentHash(SessionEvent received)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(received, ManagedAgentsJson.Options.GetTypeInfo(received.GetType()));
        return Convert.ToHexString(SHA256.HashData(json), 0, 12);
    }
}
