using System.Text;
using System.Text.Json;

namespace Managed.Agents.Work;

/// <summary>The content of a work item's secret.</summary>
public sealed record WorkSecret : ApiObject
{
    /// <summary>A bearer token for the calls about the item: heartbeat, stop, its session, and the memory stores of that session.</summary>
    public required SecretString SessionsToken { get; init; }

    /// <summary>The base address for these calls; <see langword="null"/> uses the address of the client.</summary>
    public Uri? ApiBaseUrl { get; init; }

    /// <summary>Reads the secret of a work item.</summary>
    /// <param name="item">A work item returned by <see cref="EnvironmentWorkClient.PollAsync"/>.</param>
    /// <returns>The content of the secret; <see langword="null"/> when the item has none.</returns>
    /// <exception cref="FormatException">The secret does not have the documented format. The message does not contain the secret.</exception>
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
            // Without the inner exception, because the message of a parser can quote the secret.
            throw Unreadable(item);
        }
    }

    private static FormatException Unreadable(WorkItem item) => new($"The secret of the work item '{item.Id}' is not valid: it must be URL-safe base64 of a JSON object with a 'sessions_token'.");

    // URL-safe base64, with or without padding. The standard alphabet is accepted too.
    private static byte[] Decode(string text)
    {
        var base64 = new StringBuilder(text.TrimEnd('=')).Replace('-', '+').Replace('_', '/');
        base64.Append('=', (4 - (base64.Length % 4)) % 4);
        return Convert.FromBase64String(base64.ToString());
    }
}
