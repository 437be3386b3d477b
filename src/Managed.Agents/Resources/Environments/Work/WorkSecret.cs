using System.Text;
using System.Text.Json;

namespace Managed.Agents.Work;

/// <summary>What stands in the secret of a work item.</summary>
public sealed record WorkSecret : ApiObject
{
    /// <summary>A bearer token for the calls about the item: its heartbeats, its stop, its session and the memory stores of that.</summary>
    public required SecretString SessionsToken { get; init; }

    /// <summary>Where these calls go; null for the address that the client has.</summary>
    public string? ApiBaseUrl { get; init; }

    /// <summary>Reads the secret of a work item.</summary>
    /// <param name="item">A work item, as <see cref="EnvironmentWorkClient.PollAsync"/> returned it.</param>
    /// <returns>What stands in the secret; null when the item has none.</returns>
    /// <exception cref="FormatException">The secret is not what the API documents. The message does not contain it.</exception>
    public static WorkSecret? From(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Secret is not { } secret)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(Decode(secret.Reveal()), WireJson.TypeOf<WorkSecret>()) ?? throw Unreadable(item);
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            // The cause is left out: a parser's message can quote what it read.
            throw Unreadable(item);
        }
    }

    private static FormatException Unreadable(WorkItem item) => new($"The secret of the work item '{item.Id}' is not URL-safe base64 of a JSON object with a 'sessions_token'.");

    // URL-safe base64, with or without padding; the ordinary alphabet does no harm.
    private static byte[] Decode(string text)
    {
        var base64 = new StringBuilder(text.TrimEnd('=')).Replace('-', '+').Replace('_', '/');
        base64.Append('=', (4 - (base64.Length % 4)) % 4);
        return Convert.FromBase64String(base64.ToString());
    }
}
