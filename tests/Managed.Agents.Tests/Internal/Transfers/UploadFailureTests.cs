using System.Net;
using System.Text;
using Managed.Agents.Testing;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Transfers;

public sealed class UploadFailureTests
{
    private const string FileJson = """{"type":"file","id":"file_1"}""";

    private static readonly byte[] Content = Encoding.UTF8.GetBytes("content");

    private readonly ReceivedForms _forms = new();

    [Fact]
    public async Task A_stream_that_can_seek_is_rewound_to_where_it_stood()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("header content")) { Position = 7 };
        await using var server = await ReceivedForms.ServerAsync(_forms.Then(Answers.Error(429)), _forms.Then(Answers.Error(529)), _forms.Then(Answers.Json(FileJson)));
        using var client = Clients.To(server);
        var reports = new Reports();

        await client.Files.UploadAsync(FileUpload.FromStream(stream, "plan"), reports).Guarded();

        _forms.All.Count.ShouldBe(3);
        _forms.All.ShouldAllBe(static form => form.Files[0].Content.SequenceEqual(Content));
        reports.Select(static report => report.BytesTransferred).ShouldBe([7, 7, 7]);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_once_and_the_error_says_so()
    {
        await using var server = await ReceivedForms.ServerAsync(_forms.Then(Answers.Error(429)));
        using var client = Clients.To(server);
        var upload = FileUpload.FromStream(new OneWayStream(Content), "plan");

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(client.Files.UploadAsync(upload)).Guarded();

        error.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        error.Message.ShouldContain("cannot be rewound");
        error.MayHaveTakenEffect.ShouldBeFalse();
        server.Requests.Count.ShouldBe(1);
        (await Should.ThrowAsync<InvalidOperationException>(() => client.Files.UploadAsync(upload))).Message.ShouldContain("already been read");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_stream_that_was_refused_unread_is_sent_again()
    {
        await using var server = await ReceivedForms.ServerAsync(Answers.Error(429), _forms.Then(Answers.Json(FileJson)));
        using var client = Clients.To(server);

        await client.Files.UploadAsync(FileUpload.FromStream(new OneWayStream(Content), "plan")).Guarded();

        server.Requests.Count.ShouldBe(2);
        _forms.One.Files[0].Content.ShouldBe(Content);
    }

    [Fact]
    public async Task A_big_file_is_not_sent_to_be_refused()
    {
        using var stream = OneWayStream.Zeros(96L << 20);
        await using var server = await ReceivedForms.ServerAsync(Answers.Error(401, "authentication_error"));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(client.Files.UploadAsync(FileUpload.FromStream(stream, "zeros"))).Guarded();

        error.ErrorType.ShouldBe(ApiErrorType.Authentication);
        stream.BytesRead.ShouldBe(0);
    }

    [Fact]
    public async Task A_stream_that_no_connection_took_can_be_sent_later()
    {
        var upload = FileUpload.FromStream(new OneWayStream(Content), "plan");
        using var closed = new ClosedPort();
        using var without = Clients.To(closed.Address);
        await Should.ThrowAsync<ManagedAgentsConnectionException>(() => without.Files.UploadAsync(upload).Guarded());

        await using var server = await ReceivedForms.ServerAsync(_forms.Then(Answers.Json(FileJson)));
        using var client = Clients.To(server);
        await client.Files.UploadAsync(upload).Guarded();

        _forms.One.Files[0].Content.ShouldBe(Content);
    }

    [Fact]
    public async Task An_upload_that_may_have_arrived_is_not_repeated()
    {
        await using var server = await ReceivedForms.ServerAsync(_forms.Then(Answers.Error(500)));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(client.Files.UploadAsync(FileUpload.FromBytes(Content, "plan"))).Guarded();

        error.MayHaveTakenEffect.ShouldBeTrue();
        error.Message.ShouldNotContain("rewound");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Content_that_cannot_be_read_fails_as_itself_and_is_not_repeated()
    {
        await using var server = await ReceivedForms.ServerAsync(_forms.Then(Answers.Json(FileJson)));
        using var client = Clients.To(server);
        var broken = new OneWayStream(static (_, _) => throw new IOException("The disk is gone."));

        var error = await Should.ThrowAsync<IOException>(client.Files.UploadAsync(FileUpload.FromStream(broken, "plan"))).Guarded();

        error.Message.ShouldBe("The disk is gone.");
        server.Requests.Count.ShouldBeLessThanOrEqualTo(1);
        _forms.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_watcher_that_fails_ends_the_upload()
    {
        await using var server = await ReceivedForms.ServerAsync(_forms.Then(Answers.Json(FileJson)));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<FormatException>(
            client.Files.UploadAsync(FileUpload.FromBytes(new byte[1 << 20], "plan"), new OnReport(static _ => throw new FormatException("no"))).Guarded());

        error.Message.ShouldBe("no");
        _forms.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upload_may_take_as_long_as_it_moves()
    {
        var clock = new ManualTimeProvider();
        var pieces = new Pieces();
        await using var server = await ReceivedForms.ServerAsync(_forms.Then(Answers.Json(FileJson)));
        using var client = Clients.To(server, options => options.Timeout = TimeSpan.FromMinutes(1), clock);

        var upload = client.Files.UploadAsync(FileUpload.FromStream(pieces.Stream, "plan"));
        for (var piece = 0; piece < 5; piece++)
        {
            await pieces.AskedAsync(piece + 1);
            clock.Advance(TimeSpan.FromSeconds(50));
            pieces.Give("0123456789");
        }

        await pieces.AskedAsync(6);
        pieces.Give("");
        await upload.Guarded();

        _forms.One.Files[0].Content.Length.ShouldBe(50);
    }

    [Fact]
    public async Task An_upload_that_stands_still_ends()
    {
        var clock = new ManualTimeProvider();
        var pieces = new Pieces();
        await using var server = await ReceivedForms.ServerAsync(_forms.Then(Answers.Json(FileJson)));
        using var client = Clients.To(server, options => options.Timeout = TimeSpan.FromMinutes(1), clock);

        var upload = client.Files.UploadAsync(FileUpload.FromStream(pieces.Stream, "plan"));
        await pieces.AskedAsync(1);
        pieces.Give("0123456789");
        await pieces.AskedAsync(2);
        clock.Advance(TimeSpan.FromSeconds(61));

        var error = await Should.ThrowAsync<ManagedAgentsTimeoutException>(upload.Guarded());
        error.Kind.ShouldBe(TimeoutKind.Transfer);
        error.MayHaveTakenEffect.ShouldBeTrue();
    }

    [Fact]
    public async Task An_upload_can_be_cancelled()
    {
        using var cancelling = new CancellationTokenSource();
        var pieces = new Pieces();
        await using var server = await ReceivedForms.ServerAsync(_forms.Then(Answers.Json(FileJson)));
        using var client = Clients.To(server);

        var upload = client.Files.UploadAsync(FileUpload.FromStream(pieces.Stream, "plan"), cancellationToken: cancelling.Token);
        await pieces.AskedAsync(1);
        await cancelling.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(upload.Guarded())).CancellationToken.ShouldBe(cancelling.Token);
    }
}
