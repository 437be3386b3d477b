using System.Text;
using Managed.Agents.Testing;
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
        await using var server = await StubServer.StartAsync(Answers.Body("application/pdf", Encoding.UTF8.GetBytes(Text)));
        using var client = Clients.To(server);
        using var destination = new MemoryStream();

        await client.Files.DownloadAsync("file_1", destination).Guarded();

        Encoding.UTF8.GetString(destination.ToArray()).ShouldBe(Text);
        server.Request.Target.ShouldBe("/v1/files/file_1/content");
        server.Request.Header("accept").ShouldBe("application/binary");
        server.Request.Header("anthropic-beta").ShouldBeNull();
    }

    [Fact]
    public async Task A_file_appears_under_its_path_when_all_of_it_is_there()
    {
        var path = _folder.Write("report.txt", "the old one");
        string[] meanwhile = [];
        var old = "";
        await using var server = await StubServer.StartAsync(Answers.Body("text/plain", new byte[300_000]));
        using var client = Clients.To(server);

        await client.Files.DownloadToFileAsync("file_1", path, new OnReport(_ => (meanwhile, old) = (_folder.Names, _folder.Read("report.txt")))).Guarded();

        meanwhile.Length.ShouldBe(2);
        old.ShouldBe("the old one");
        _folder.Names.ShouldBe(["report.txt"]);
        new FileInfo(path).Length.ShouldBe(300_000);
    }

    [Fact]
    public async Task Progress_rises_to_the_announced_length()
    {
        var reports = new Reports();
        await using var server = await StubServer.StartAsync(context =>
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
    public async Task A_download_is_repeated_until_it_begins()
    {
        await using var server = await StubServer.StartAsync(Answers.Error(500), Answers.Abort(), Answers.Body("text/plain", Encoding.UTF8.GetBytes(Text)));
        using var client = Clients.To(server);

        await client.Files.DownloadToFileAsync("file_1", _folder["report.txt"]).Guarded();

        _folder.Read("report.txt").ShouldBe(Text);
    }

    [Fact]
    public async Task A_download_that_breaks_leaves_nothing_behind()
    {
        var path = _folder.Write("report.txt", "the old one");
        var hasBegun = new TaskCompletionSource();
        await using var server = await StubServer.StartAsync(async context =>
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
            client.Files.DownloadToFileAsync("file_1", path, new OnReport(_ => hasBegun.TrySetResult()))).Guarded();

        error.Message.ShouldContain($"ended after {Text.Length} of {Text.Length + 100} bytes");
        error.RequestId.ShouldBe("req_1");
        error.MayHaveTakenEffect.ShouldBeFalse();
        _folder.Names.ShouldBe(["report.txt"]);
        _folder.Read("report.txt").ShouldBe("the old one");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_cannot_be_downloaded_is_an_error_of_the_api()
    {
        const string Json = """{"type":"error","error":{"type":"invalid_request_error","message":"No.","details":{"error_code":"file_not_downloadable"}}}""";
        await using var server = await StubServer.StartAsync(Answers.Json(Json, 400));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(client.Files.DownloadToFileAsync("file_1", _folder["report.txt"])).Guarded();

        error.ErrorCode.ShouldBe("file_not_downloadable");
        _folder.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_download_that_stands_still_ends()
    {
        var clock = new ManualTimeProvider();
        var isAtWork = new TaskCompletionSource();
        await using var server = await StubServer.StartAsync(BeginThenWaitAsync);
        using var client = Clients.To(server, options => options.Timeout = TimeSpan.FromMinutes(1), clock);

        var download = client.Files.DownloadToFileAsync("file_1", _folder["report.txt"], new OnReport(_ => isAtWork.SetResult()));
        await isAtWork.Task.Guarded();
        await clock.WaitForTimersAsync(1).Guarded();
        clock.Advance(TimeSpan.FromSeconds(61));

        var error = await Should.ThrowAsync<ManagedAgentsTimeoutException>(download.Guarded());
        error.Kind.ShouldBe(TimeoutKind.Transfer);
        _folder.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_download_can_be_cancelled_midway()
    {
        using var cancelling = new CancellationTokenSource();
        await using var server = await StubServer.StartAsync(BeginThenWaitAsync);
        using var client = Clients.To(server);

        var download = client.Files.DownloadToFileAsync("file_1", _folder["report.txt"], new OnReport(_ => cancelling.Cancel()), cancelling.Token);

        (await Should.ThrowAsync<OperationCanceledException>(download.Guarded())).CancellationToken.ShouldBe(cancelling.Token);
        _folder.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_destination_that_fails_does_so_as_itself()
    {
        await using var server = await StubServer.StartAsync(Answers.Body("text/plain", Encoding.UTF8.GetBytes(Text)));
        using var client = Clients.To(server);
        using var full = new SinkStream(static (_, _) => throw new IOException("The disk is full."));

        (await Should.ThrowAsync<IOException>(client.Files.DownloadAsync("file_1", full)).Guarded()).Message.ShouldBe("The disk is full.");
    }

    [Fact]
    public async Task Little_of_a_big_file_is_received_ahead_of_its_destination()
    {
        const long Length = 96L << 20;
        var sent = 0L;
        var written = 0L;
        var greatestLead = 0L;
        await using var server = await StubServer.StartAsync(async context =>
        {
            context.Response.ContentLength = Length;
            var buffer = new byte[1 << 16];
            for (; sent < Length; sent += buffer.Length)
            {
                await context.Response.Body.WriteAsync(buffer);
            }
        });
        using var client = Clients.To(server);
        using var destination = new SinkStream((buffer, _) =>
        {
            greatestLead = Math.Max(greatestLead, Interlocked.Read(ref sent) - written);
            written += buffer.Length;
            return ValueTask.CompletedTask;
        });

        await client.Files.DownloadAsync("file_1", destination).Guarded();

        written.ShouldBe(Length);
        greatestLead.ShouldBeLessThan(32L << 20);
    }

    private static async Task BeginThenWaitAsync(HttpContext context)
    {
        await context.Response.WriteAsync(Text);
        await context.Response.Body.FlushAsync();
        await Answers.Never()(context);
    }
}
