using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>A position in the events of a session or of a thread. Store it to continue following from there.</summary>
/// <remarks>
/// <para>Following from a position delivers each later event exactly once, in order per thread. After a crash, the events since the stored
/// position are delivered again.</para>
/// <para>A position is small (at most about 3 kB of JSON, and as much for each open thread of a feed with threads), immutable, and contains only ids and times. It can be serialized with any
/// <see cref="JsonSerializer"/> options. <see cref="ToString"/> and <see cref="Parse"/> use the same JSON as text.</para>
/// </remarks>
[JsonConverter(typeof(SessionPositionConverter))]
public sealed class SessionPosition : IEquatable<SessionPosition>
{
    private string? _text;

    internal SessionPosition(string sessionId, string? threadId, IReadOnlyList<(string Key, long Time)> recent, IReadOnlyList<string> queued)
    {
        SessionId = sessionId;
        ThreadId = threadId;
        Recent = recent;
        Queued = queued;
    }

    /// <summary>The id of the session (<c>sesn_…</c>).</summary>
    public string SessionId { get; }

    /// <summary>The thread (<c>sthr_…</c>), or null for the primary view of the session.</summary>
    public string? ThreadId { get; }

    /// <summary>The keys of the latest events, oldest first, with their time in UTC ticks.</summary>
    internal IReadOnlyList<(string Key, long Time)> Recent { get; }

    /// <summary>The part that concerns threads, or null if the position does not come from a feed with threads.</summary>
    internal ThreadPositions? Threads { get; private init; }

    /// <summary>The time of the latest event, or null if there is none.</summary>
    internal DateTimeOffset? Latest => Recent.Count == 0 ? null : new DateTimeOffset(Recent.Max(static entry => entry.Time), TimeSpan.Zero);

    /// <summary>The keys of inputs that were delivered while they were queued.</summary>
    internal IReadOnlyList<string> Queued { get; }

    /// <summary>Creates the position before the first event of a session. Following from it delivers all events.</summary>
    /// <param name="sessionId">The id of the session (<c>sesn_…</c>).</param>
    /// <returns>The position.</returns>
    /// <exception cref="ArgumentException">The id is empty or is not a single path segment.</exception>
    public static SessionPosition Start(string sessionId) => new(ApiId.Check(sessionId, nameof(sessionId)), null, [], []);

    /// <summary>Reads a position from its text.</summary>
    /// <param name="text">The text that <see cref="ToString"/> returned.</param>
    /// <returns>The position.</returns>
    /// <exception cref="FormatException">The text is not a valid position, or it was written by a newer version of this library. The message names the field.</exception>
    public static SessionPosition Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            reader.Read();
            var position = SessionPositionConverter.Read(ref reader);
            reader.Read(); // Throws if more text follows.
            return position;
        }
        catch (JsonException problem)
        {
            throw new FormatException($"Not a valid session position: {problem.Message} Pass the text that SessionPosition.ToString returned.", problem);
        }
    }

    /// <summary>Reads a position from its text, if the text is valid.</summary>
    /// <param name="text">The text that <see cref="ToString"/> returned.</param>
    /// <param name="position">The position, or null if the text is not valid.</param>
    /// <returns>Whether the text is a valid position.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SessionPosition? position)
    {
        try
        {
            position = text is null ? null : Parse(text);
        }
        catch (FormatException)
        {
            position = null;
        }

        return position is not null;
    }

    /// <summary>Returns this position with threads.</summary>
    internal SessionPosition With(ThreadPositions? threads) => new(SessionId, ThreadId, Recent, Queued) { Threads = threads };

    /// <summary>Compares by content.</summary>
    /// <param name="left">One position.</param>
    /// <param name="right">The other position.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(SessionPosition? left, SessionPosition? right) => Equals(left, right);

    /// <summary>Compares by content.</summary>
    /// <param name="left">One position.</param>
    /// <param name="right">The other position.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(SessionPosition? left, SessionPosition? right) => !Equals(left, right);

    /// <inheritdoc/>
    public bool Equals(SessionPosition? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SessionPosition);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns the position as JSON on one line.</summary>
    /// <returns>Text for <see cref="Parse"/>.</returns>
    public override string ToString()
    {
        if (_text is null)
        {
            var buffer = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer))
            {
                SessionPositionConverter.Write(writer, this);
            }

            _text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        }

        return _text;
    }
}
