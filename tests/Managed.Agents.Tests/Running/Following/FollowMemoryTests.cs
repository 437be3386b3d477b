using System.Globalization;
using System.Net;
using System.Text;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>The memory of a follower does not grow with the session.</summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FollowMemoryTests
{
    /// <summary>Runs alone because memory is measured for the whole process.</summary>
    public const string Name = "Memory";

    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task A_million_events_retain_less_than_a_megabyte()
    {
        using var handler = new EndlessSession();
        using var client = Clients.Over(handler);
        var feed = client.Sessions.Events.FollowAsync("sesn_1", new SessionFollowOptions { HistoryDelay = TimeSpan.Zero });
        await using var events = feed.GetAsyncEnumerator();
        await ReadAsync(events, 10_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await ReadAsync(events, 1_000_000);
        var after = GC.GetTotalMemory(forceFullCollection: true);

        (after - before).ShouldBeLessThan(Megabyte);
        feed.Position.ToString().Length.ShouldBeLessThan(4096);
    }

    [Fact]
    public async Task A_consumer_that_requests_nothing_causes_no_reads_from_the_connection()
    {
        using var handler = new EndlessSession();
        using var client = Clients.Over(handler);
        await using var events = client.Sessions.Events.FollowAsync("sesn_1", new SessionFollowOptions { HistoryDelay = TimeSpan.Zero }).GetAsyncEnumerator();
        await ReadAsync(events, 1);
        var reads = handler.Reads;
        for (var i = 0; i < 1000; i++)
        {
            await Task.Yield();
        }

        handler.Reads.ShouldBe(reads);
        await ReadAsync(events, 1000);
        handler.Reads.ShouldBeGreaterThan(reads);
    }

    private static async Task ReadAsync(IAsyncEnumerator<SessionEvent> events, int count)
    {
        for (var i = 0; i < count; i++)
        {
            (await events.MoveNextAsync()).ShouldBeTrue();
        }
    }

    /// <summary>A session with an empty history and an endless stream.</summary>
    private sealed class EndlessSession : HttpMessageHandler
    {
        private readonly EndlessBody _body = new();

        /// <summary>The number of reads from the stream.</summary>
        public int Reads => _body.Reads;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isStream = request.RequestUri!.AbsolutePath.EndsWith("/stream", StringComparison.Ordinal);
            HttpContent content = isStream ? new StreamContent(_body) : new StringContent("""{"data":[]}""");
            content.Headers.ContentType = new(isStream ? "text/event-stream" : "application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }

    private sealed class EndlessBody : Stream
    {
        private readonly StringBuilder _frames = new();
        private byte[] _chunk = [];
        private int _read;
        private int _number;

        public int Reads { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Reads++;
            if (_read == _chunk.Length)
            {
                _frames.Clear();
                for (var i = 0; i < 100; i++)
                {
                    _number++;
                    _frames.Append(CultureInfo.InvariantCulture, $"event: agent.message\ndata: {{\"type\":\"agent.message\",\"id\":\"sevt_{_number:D24}\",\"content\":[{{\"type\":\"text\",\"text\":\"{_number}\"}}],\"processed_at\":\"2026-11-21T09:00:{_number % 60:D2}Z\"}}\n\n");
                }

                _chunk = Encoding.UTF8.GetBytes(_frames.ToString());
                _read = 0;
            }

            var length = Math.Min(count, _chunk.Length - _read);
            _chunk.AsSpan(_read, length).CopyTo(buffer.AsSpan(offset));
            _read += length;
            return length;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var bytes = new byte[buffer.Length];
            var read = Read(bytes, 0, bytes.Length);
            bytes.AsSpan(0, read).CopyTo(buffer.Span);
            return new ValueTask<int>(read);
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
