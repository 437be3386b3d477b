using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Managed.Agents;

/// <summary>Computes the keys that identify events.</summary>
internal static class EventIdentity
{
    /// <summary>The prefix of the keys of events without an id.</summary>
    private const char ContentHashPrefix = '#';

    /// <summary>The prefix of the keys of unreadable events without an id.</summary>
    private const char DataHashPrefix = '!';

    /// <summary>Returns the key of an event, or null for one that is never stored (a preview).</summary>
    /// <remarks>
    /// The answer to a tool call is identified by the call, because the service may store it with a different id for each thread that shows it.
    /// An event without an id is identified by its content.
    /// </remarks>
    public static string? KeyOf(SessionEvent received) => received switch
    {
        UserCustomToolResultEvent { CustomToolUseId.Length: > 0 } result => "=" + result.CustomToolUseId,
        UserToolResultEvent { ToolUseId.Length: > 0 } result => "=" + result.ToolUseId,
        UserToolConfirmationEvent { ToolUseId.Length: > 0 } confirmation => "?" + confirmation.ToolUseId,
        { Id.Length: > 0 } => received.Id,
        EventStartEvent or EventDeltaEvent => null,
        UnreadableSessionEvent unreadable => DataHashPrefix + DataHash(unreadable.Data),
        _ => ContentHashPrefix + ContentHash(received),
    };

    /// <summary>Whether a key identifies exactly one event. The keys of events without an id do not.</summary>
    public static bool IsUnique([NotNullWhen(true)] string? key) => key is not null && key[0] is not (ContentHashPrefix or DataHashPrefix);

    private static string ContentHash(SessionEvent received)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(received, ManagedAgentsJson.Options.GetTypeInfo(received.GetType()));
        return Hash(json);
    }

    // Without white space, in which the copies of an event on the stream and in the history may differ.
    private static string DataHash(string data) => Hash(Encoding.UTF8.GetBytes(string.Concat(data.Where(static character => !char.IsWhiteSpace(character)))));

    private static string Hash(byte[] content) => Convert.ToHexString(SHA256.HashData(content), 0, 12);
}
