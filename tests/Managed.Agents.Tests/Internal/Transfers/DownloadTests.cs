using System.Text;
using Managed.Agents.Tests.Framework;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Transfers;

public sealed class DownloadTests : IDisposable
{
    private const string Text = "The content.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_written_to_a_stream()
    {
        using var server = MockServer.Start(Responses.Body("application/pdf", Encoding.UTF8.GetBytes(Text)));
        using var client = Clients.To(server);
        using var destination = new MemoryStream();

        await client.Files.DownloadAsync("file_1", destination).Guarded();

        Encoding.UTF8.GetString(destination.ToArray()).ShouldBe(Text);
        server.Request.Target.ShouldBe("/v1/files/file_1/content");
        server.Request.Header("accept").ShouldBe("application/binary");
        server.Request.Header("anthropic-beta").ShouldBeNull();
    }

    [Fact]
    public async Task A_file_is_replaced_only_after_the_complete_download()
    {
        var path = _folder.Write("report.txt", "the old one");
        string[] namesDuring = [];
        var old = "";
        using var server = MockServer.Start(Responses.Body("text/plain", new byte[300_000]));
        using var client = Clients.To(server);

        await client.Files.DownloadToFileAsync("file_1", path, new ProgressCallback(_ => (namesDuring, old) = (_folder.Names, _folder.Read("report.txt")))).Guarded();

        namesDuring.Length.ShouldBe(2);
        old.ShouldBe("the old one");
        _folder.Names.ShouldBe(["report.txt"]);
        new FileInfo(path).Length.ShouldBe(300_000);
    }

    [Fact]
    public async Task Progress_increases_to_the_content_length()
    {
        var reports = new RecordedProgress();
        await using var server = await KestrelServer.StartAsync(context =>
        {
            context.Response.ContentLength = 300_000;
            return context.Response.Body.WriteAsync(new byte[300_000]).AsTask();
        });
        using var client = Clients.To(server);

        await client.Files.DownloadAsync("file_1", Stream.Null, reports).Guarded();

        reports.Select(static report => report.BytesTransferred).ShouldBeInOrder();
        reports[^1].ShouldBe(new TransferProgress(300_000, 300_000));
    }

    [Fact]
    public async Task A_download_is_retried_until_the_response_starts()
    {
        await using var server = await KestrelServer.StartAsync(Responses.Error(500), Responses.Abort(), Responses.Body("text/plain", Encoding.UTF8.GetBytes(Text)));
        using var client = Clients.To(server);

        await client.Files.DownloadToFileAsync("file_1", _folder["report.txt"]).Guarded();

        _folder.Read("report.txt").ShouldBe(Text);
    }

    [Fact]
    public async Task An_interrupted_download_leaves_no_file()
    {
        var path = _folder.Write("report.txt", "the old one");
        var hasBegun = new TaskCompletionSource();
        await using var server = await KestrelServer.StartAsync(async context =>
        {
            context.Response.Headers["request-id"] = "req_1";
            context.Response.ContentLength = Text.Length + 100;
            await context.Response.WriteAsync(Text);
            await context.Response.Body.FlushAsync();
            await hasBegun.Task;
            context.Abort();
        });
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsConnectionException>(
            client.Files.DownloadToFileAsync("file_1", path, new ProgressCallback(_ => hasBegun.TrySetResult()))).Guarded();

        error.Message.ShouldContain($"ended after {Text.Length} of {Text.Length + 100} bytes");
        error.RequestId.ShouldBe("req_1");
        error.MayHaveTakenEffect.ShouldBeFalse();
        _folder.Names.ShouldBe(["report.txt"]);
        _folder.Read("report.txt").ShouldBe("the old one");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_is_not_downloadable_is_an_API_error()
    {
        const string Json = """{"type":"error","error":{"type":"invalid_request_error","message":"No.","details":{"error_code":"file_not_downloadable"}}}""";
        using var server = MockServer.Start(Responses.Json(Json, 400));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(client.Files.DownloadToFileAsync("file_1", _folder["report.txt"])).Guarded();

        error.ErrorCode.ShouldBe("file_not_downloadable");
        _folder.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stalled_download_times_out()
    {
        var clock = new TestTimeProvider();
        var hasStarted = new TaskCompletionSource();
        await using var server = await KestrelServer.StartAsync(BeginThenWaitAsync);
        using var client = Clients.To(server, options => options.Timeout = TimeSpan.FromMinutes(1), clock);

        var download = client.Files.DownloadToFileAsync("file_1", _folder["report.txt"], new ProgressCallback(_ => hasStarted.SetResult()));
        await hasStarted.Task.Guarded();
        await clock.WaitForTimersAsync(1);
        clock.Advance(TimeSpan.FromSeconds(61));

        var error = await Should.ThrowAsync<ManagedAgentsTimeoutException>(download.Guarded());
        error.Kind.ShouldBe(TimeoutKind.Transfer);
        _folder.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_download_can_be_cancelled()
    {
        using var cancelling = new CancellationTokenSource();
        await using var server = await KestrelServer.StartAsync(BeginThenWaitAsync);
        using var client = Clients.To(server);

        var download = client.Files.DownloadToFileAsync("file_1", _folder["report.txt"], new ProgressCallback(_ => cancelling.Cancel()), cancelling.Token);

        (await Should.ThrowAsync<OperationCanceledException>(download.Guarded())).CancellationToken.ShouldBe(cancelling.Token);
        _folder.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_exception_of_the_destination_is_not_wrapped()
    {
        using var server = MockServer.Start(Responses.Body("text/plain", Encoding.UTF8.GetBytes(Text)));
        using var client = Clients.To(server);
        using var full = new CallbackStream(static (_, _) => throw new IOException("The disk is full."));

        (await Should.ThrowAsync<IOException>(client.Files.DownloadAsync("file_1", full)).Guarded()).Message.ShouldBe("The disk is full.");
    }

    [Fact]
    public async Task A_large_file_is_not_buffered_ahead_of_the_destination()
    {
        const long Length = 96L << 20;
        var sent = 0L;
        var written = 0L;
        var maxLead = 0L;
        await using var server = await KestrelServer.StartAsync(async context =>
        {
            context.Response.ContentLength = Length;
            var buffer = new byte[1 << 16];
            for (; sent < Length; sent += buffer.Length)
            {
                await context.Response.Body.WriteAsync(buffer);
            }
        });
        using var client = Clients.To(server);
        using var destination = new CallbackStream((buffer, _) =>
        {
            maxLead = Math.Max(maxLead, Interlocked.Read(ref sent) - written);
            written += buffer.Length;
            return ValueTask.CompletedTask;
        });

        await client.Files.DownloadAsync("file_1", destination).Guarded();

        written.ShouldBe(Length);
        maxLead.ShouldBeLessThan(32L << 20);
    }

    private static async Task BeginThenWaitAsync(HttpContext context)
    {
        await context.Response.WriteAsync(Text);
        await context.Response.Body.FlushAsync();
        await Responses.Never()(context);
    }
}
