using System.Net;
using System.Text;
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
    public async Task A_seekable_stream_is_rewound_to_its_start_position()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("header content")) { Position = 7 };
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Error(429)), _forms.Then(Responses.Error(529)), _forms.Then(Responses.Json(FileJson)));
        using var client = Clients.To(server);
        var reports = new RecordedProgress();

        await client.Files.UploadAsync(FileUpload.FromStream(stream, "plan"), reports).Guarded();

        _forms.All.Count.ShouldBe(3);
        _forms.All.ShouldAllBe(static form => form.Files[0].Content.SequenceEqual(Content));
        reports.Select(static report => report.BytesTransferred).ShouldBe([7, 7, 7]);
    }

    [Fact]
    public async Task A_non_seekable_stream_is_sent_once_and_the_error_says_why()
    {
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Error(429)));
        using var client = Clients.To(server);
        var upload = FileUpload.FromStream(new ForwardOnlyStream(Content), "plan");

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(client.Files.UploadAsync(upload)).Guarded();

        error.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        error.Message.ShouldContain("cannot be rewound");
        error.MayHaveTakenEffect.ShouldBeFalse();
        server.Requests.Count.ShouldBe(1);
        (await Should.ThrowAsync<InvalidOperationException>(() => client.Files.UploadAsync(upload))).Message.ShouldContain("already been read");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_stream_that_was_rejected_unread_is_sent_again()
    {
        await using var server = await ReceivedForms.StartServerAsync(Responses.Error(429), _forms.Then(Responses.Json(FileJson)));
        using var client = Clients.To(server);

        await client.Files.UploadAsync(FileUpload.FromStream(new ForwardOnlyStream(Content), "plan")).Guarded();

        server.Requests.Count.ShouldBe(2);
        _forms.Single.Files[0].Content.ShouldBe(Content);
    }

    [Fact]
    public async Task A_large_file_is_not_sent_if_the_request_is_rejected()
    {
        using var stream = ForwardOnlyStream.Zeros(96L << 20);
        await using var server = await ReceivedForms.StartServerAsync(Responses.Error(401, "authentication_error"));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(client.Files.UploadAsync(FileUpload.FromStream(stream, "zeros"))).Guarded();

        error.ErrorType.ShouldBe(ApiErrorType.Authentication);
        stream.BytesRead.ShouldBe(0);
    }

    [Fact]
    public async Task A_stream_can_be_uploaded_again_after_a_failed_connection()
    {
        var upload = FileUpload.FromStream(new ForwardOnlyStream(Content), "plan");
        using var closed = new ClosedPort();
        using var unreachable = Clients.To(closed.Address);
        await Should.ThrowAsync<ManagedAgentsConnectionException>(() => unreachable.Files.UploadAsync(upload).Guarded());

        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Json(FileJson)));
        using var client = Clients.To(server);
        await client.Files.UploadAsync(upload).Guarded();

        _forms.Single.Files[0].Content.ShouldBe(Content);
    }

    [Fact]
    public async Task An_upload_that_may_have_been_processed_is_not_retried()
    {
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Error(500)));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<ManagedAgentsApiException>(client.Files.UploadAsync(FileUpload.FromBytes(Content, "plan"))).Guarded();

        error.MayHaveTakenEffect.ShouldBeTrue();
        error.Message.ShouldNotContain("rewound");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_exception_of_the_source_is_not_wrapped_and_not_retried()
    {
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Json(FileJson)));
        using var client = Clients.To(server);
        var broken = new ForwardOnlyStream(static (_, _) => throw new IOException("The disk failed."));

        var error = await Should.ThrowAsync<IOException>(client.Files.UploadAsync(FileUpload.FromStream(broken, "plan"))).Guarded();

        error.Message.ShouldBe("The disk failed.");
        server.Requests.Count.ShouldBeLessThanOrEqualTo(1);
        _forms.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_exception_of_the_progress_callback_ends_the_upload()
    {
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Json(FileJson)));
        using var client = Clients.To(server);

        var error = await Should.ThrowAsync<FormatException>(
            client.Files.UploadAsync(FileUpload.FromBytes(new byte[1 << 20], "plan"), new ProgressCallback(static _ => throw new FormatException("no"))).Guarded());

        error.Message.ShouldBe("no");
        _forms.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upload_does_not_time_out_while_it_makes_progress()
    {
        var clock = new TestTimeProvider();
        var pieces = new ControlledSource();
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Json(FileJson)));
        using var client = Clients.To(server, options => options.Timeout = TimeSpan.FromMinutes(1), clock);

        var upload = client.Files.UploadAsync(FileUpload.FromStream(pieces.Stream, "plan"));
        for (var piece = 0; piece < 5; piece++)
        {
            await pieces.WaitForReadsAsync(piece + 1);
            clock.Advance(TimeSpan.FromSeconds(50));
            pieces.Supply("0123456789");
        }

        await pieces.WaitForReadsAsync(6);
        pieces.Supply("");
        await upload.Guarded();

        _forms.Single.Files[0].Content.Length.ShouldBe(50);
    }

    [Fact]
    public async Task A_stalled_upload_times_out()
    {
        var clock = new TestTimeProvider();
        var pieces = new ControlledSource();
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Json(FileJson)));
        using var client = Clients.To(server, options => options.Timeout = TimeSpan.FromMinutes(1), clock);

        var upload = client.Files.UploadAsync(FileUpload.FromStream(pieces.Stream, "plan"));
        await pieces.WaitForReadsAsync(1);
        pieces.Supply("0123456789");
        await pieces.WaitForReadsAsync(2);
        clock.Advance(TimeSpan.FromSeconds(61));

        var error = await Should.ThrowAsync<ManagedAgentsTimeoutException>(upload.Guarded());
        error.Kind.ShouldBe(TimeoutKind.Transfer);
        error.MayHaveTakenEffect.ShouldBeTrue();
    }

    [Fact]
    public async Task An_upload_can_be_cancelled()
    {
        using var cancelling = new CancellationTokenSource();
        var pieces = new ControlledSource();
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Json(FileJson)));
        using var client = Clients.To(server);

        var upload = client.Files.UploadAsync(FileUpload.FromStream(pieces.Stream, "plan"), cancellationToken: cancelling.Token);
        await pieces.WaitForReadsAsync(1);
        await cancelling.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(upload.Guarded())).CancellationToken.ShouldBe(cancelling.Token);
    }
}
