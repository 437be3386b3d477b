using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>How far the events of a session, or of one of its threads, have been handled: what to store so that following can go on from there.</summary>
/// <remarks>
/// <para>Following from a position gives each event exactly once relative to it, in order per thread; after a crash, what was given since
/// the stored position is given again.</para>
/// <para>It is small (about 3 kB of JSON at most), immutable, and holds ids and times only. Any <see cref="JsonSerializer"/> options read
/// and write it; <see cref="ToString"/> and <see cref="Parse"/> are the same JSON as text.</para>
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

    /// <summary>The session (<c>sesn_…</c>).</summary>
    public string SessionId { get; }

    /// <summary>The thread (<c>sthr_…</c>); null for the session's own view.</summary>
    public string? ThreadId { get; }

    /// <summary>The last events, oldest first, with their time in ticks (UTC).</summary>
    internal IReadOnlyList<(string Key, long Time)> Recent { get; }

    /// <summary>Inputs that were seen while they waited in the queue.</summary>
    internal IReadOnlyList<string> Queued { get; }

    /// <summary>Reads a position from its text.</summary>
    /// <param name="text">What <see cref="ToString"/> gave.</param>
    /// <returns>The position.</returns>
    /// <exception cref="FormatException">The text is no position, or one of a newer version of this library.</exception>
    public static SessionPosition Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            reader.Read();
            var position = SessionPositionConverter.Read(ref reader);
            reader.Read(); // Throws when something follows.
            return position;
        }
        catch (JsonException problem)
        {
            throw new FormatException($"This is no position of a session: {problem.Message} Pass the text that SessionPosition.ToString gave.", problem);
        }
    }

    /// <summary>Reads a position from its text, if it is one.</summary>
    /// <param name="text">What <see cref="ToString"/> gave.</param>
    /// <param name="position">The position.</param>
    /// <returns>Whether the text is a position.</returns>
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

    /// <summary>Compares by content.</summary>
    /// <param name="left">One position.</param>
    /// <param name="right">The other position.</param>
    /// <returns>Whether they are the same.</returns>
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

    /// <summary>The position as JSON on one line.</summary>
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
