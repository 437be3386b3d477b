using System.Globalization;
using System.Net;
using System.Text;
using System.Web;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>
/// A session in memory behind a proxy that cuts responses. The agent emits one event for each read from the stream, so that a part of the
/// events is in the history and a part is live. The last event terminates the session.
/// </summary>
/// <param name="count">The number of events.</param>
/// <param name="stored">How many of them are in the history at the start.</param>
/// <param name="limit">Returns the number of bytes after which a response is cut, for the query of its request.</param>
internal sealed class CuttingSession(int count, int stored, Func<string, int> limit) : HttpMessageHandler
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private readonly List<string> _lists = [];
    private int _emitted = stored;

    /// <summary>The queries of the list requests.</summary>
    public IReadOnlyList<string> Lists => _lists;

    /// <summary>The number of responses that were cut.</summary>
    public int Cuts { get; private set; }

    public static string IdOf(int number) => $"sevt_{number:D5}";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isStream = request.RequestUri!.AbsolutePath.EndsWith("/stream", StringComparison.Ordinal);
        if (!isStream)
        {
            _lists.Add(request.RequestUri.Query);
        }

        var body = new CutBody(this, isStream ? null : Page(HttpUtility.ParseQueryString(request.RequestUri.Query)), limit(request.RequestUri.Query));
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body), RequestMessage = request };
        response.Content.Headers.ContentType = new(isStream ? "text/event-stream" : "application/json");
        return Task.FromResult(response);
    }

    private static DateTimeOffset TimeOf(int number) => Start.AddSeconds(number / 3);

    private string Event(int number) => number == count - 1
        ? $"{{\"type\":\"session.status_terminated\",\"id\":\"{IdOf(number)}\",\"processed_at\":\"{TimeOf(number):O}\"}}"
        : $"{{\"type\":\"agent.message\",\"id\":\"{IdOf(number)}\",\"processed_at\":\"{TimeOf(number):O}\",\"content\":[{{\"type\":\"text\",\"text\":\"{new string('x', 100 + (number * 37 % 300))}\"}}]}}";

    private byte[] Page(System.Collections.Specialized.NameValueCollection query)
    {
        var from = query["created_at[gte]"] is { } at ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) : DateTimeOffset.MinValue;
        var numbers = Enumerable.Range(0, _emitted).Where(number => TimeOf(number) >= from).ToList();
        if (query["order"] == "desc")
        {
            numbers.Reverse();
        }

        var start = int.Parse(query["page"] ?? "0", CultureInfo.InvariantCulture);
        var size = int.Parse(query["limit"]!, CultureInfo.InvariantCulture);
        var next = start + size < numbers.Count ? $"\"{start + size}\"" : "null";
        return Encoding.UTF8.GetBytes($"{{\"data\":[{string.Join(',', numbers.Skip(start).Take(size).Select(Event))}],\"next_page\":{next}}}");
    }

    private byte[]? EmitNext() =>
        _emitted == count ? null : Encoding.UTF8.GetBytes($"event: x\ndata: {Event(_emitted++)}\n\n");

    private sealed class CutBody(CuttingSession session, byte[]? complete, int limit) : Stream
    {
        private byte[] _rest = complete ?? [];
        private int _left = limit;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            if (_rest.Length == 0)
            {
                _rest = complete is null ? session.EmitNext() ?? [] : [];
            }

            if (_rest.Length == 0)
            {
                return 0;
            }

            if (_left == 0)
            {
                session.Cuts++;
                throw new IOException("The proxy has closed the connection.");
            }

            var read = Math.Min(_left, Math.Min(buffer.Length, _rest.Length));
            _rest.AsSpan(0, read).CopyTo(buffer);
            _rest = _rest[read..];
            _left -= read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
