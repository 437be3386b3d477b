using System.Text;
using Managed.Agents.Tests.Framework;
using Microsoft.AspNetCore.Http.Features;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Transfers;

public sealed class UploadTests : IDisposable
{
    private const string FileJson = """{"type":"file","id":"file_1","filename":"plan.pdf"}""";

    private static readonly byte[] Content = Encoding.UTF8.GetBytes("Schöne Inhalte\r\n--\0");

    private readonly TemporaryFolder _folder = new();
    private readonly ReceivedForms _forms = new();

    public static TheoryData<string> Sources { get; } = new("path", "stream that can seek", "stream that cannot seek", "bytes");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task A_file_is_uploaded_unchanged(string source)
    {
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Json(FileJson)));
        using var client = Clients.To(server);

        var file = await client.Files.UploadAsync(From(source, "plan.pdf")).Guarded();

        file.Id.ShouldBe("file_1");
        var received = _forms.Single.Files.ShouldHaveSingleItem();
        received.Part.ShouldBe("file");
        received.Name.ShouldBe("plan.pdf");
        received.MediaType.ShouldBe("application/pdf");
        received.Content.ShouldBe(Content);
        _forms.Single.Fields.ShouldBeEmpty();
        server.Request.Target.ShouldBe("/v1/files");
        server.Request.Header("anthropic-beta").ShouldBeNull();
        server.Request.Header("content-type").ShouldNotBeNull().ShouldStartWith("multipart/form-data; boundary=managed-agents-");
    }

    [Theory]
    [InlineData("path", true)]
    [InlineData("bytes", true)]
    [InlineData("stream that can seek", true)]
    [InlineData("stream that cannot seek", false)]
    public async Task The_content_length_is_sent_if_it_is_known(string source, bool isKnown)
    {
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Json(FileJson)));
        using var client = Clients.To(server);

        await client.Files.UploadAsync(From(source, "plan.pdf")).Guarded();

        _forms.Single.Length.HasValue.ShouldBe(isKnown);
    }

    [Fact]
    public async Task Expiry_and_media_type_are_sent()
    {
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Json(FileJson)));
        using var client = Clients.To(server);

        await client.Files.UploadAsync(From("bytes", "plan") with { ExpiresIn = TimeSpan.FromDays(2), MediaType = "text/x-plan" }).Guarded();

        _forms.Single.Fields.ShouldBe(new Dictionary<string, string> { ["expires_in_seconds"] = "172800" });
        _forms.Single.Files[0].MediaType.ShouldBe("text/x-plan");
    }

    [Theory]
    [InlineData("über uns.txt", "über uns.txt")]
    [InlineData("日本.txt", "日本.txt")]
    [InlineData("/home/me/plan.txt", "plan.txt")]
    [InlineData("C:\\Users\\me\\plan.txt", "plan.txt")]
    [InlineData("a\"; name=\"other.txt", "a%22; name=%22other.txt")]
    [InlineData("a\r\nX-Evil: 1\r\n\r\nbody.txt", "a%0D%0AX-Evil: 1%0D%0A%0D%0Abody.txt")]
    [InlineData("a\0b\u0085c.txt", "a%00b%85c.txt")]
    public async Task Special_characters_in_a_file_name_are_escaped(string name, string sent)
    {
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Json(FileJson)));
        using var client = Clients.To(server);

        await client.Files.UploadAsync(FileUpload.FromBytes(Content, name)).Guarded();

        var file = _forms.Single.Files.ShouldHaveSingleItem();
        file.Disposition.ShouldBe($"form-data; name=\"file\"; filename=\"{sent}\"");
        file.Name.ShouldBe(sent);
        file.Content.ShouldBe(Content);
    }

    [Fact]
    public async Task Progress_increases_to_the_total()
    {
        var reports = new RecordedProgress();
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Json(FileJson)));
        using var client = Clients.To(server);

        await client.Files.UploadAsync(FileUpload.FromBytes(new byte[300_000], "zeros"), reports).Guarded();

        reports.Count.ShouldBeGreaterThan(1);
        reports.Select(static report => report.BytesTransferred).ShouldBeInOrder();
        reports.ShouldAllBe(static report => report.TotalBytes == 300_000);
        reports[^1].Fraction.ShouldBe(1);
    }

    [Fact]
    public async Task The_total_of_a_non_seekable_stream_is_unknown()
    {
        var reports = new RecordedProgress();
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Json(FileJson)));
        using var client = Clients.To(server);

        await client.Files.UploadAsync(From("stream that cannot seek", "plan"), reports).Guarded();

        reports[^1].ShouldBe(new TransferProgress(Content.Length, null));
        reports[^1].Fraction.ShouldBeNull();
    }

    [Fact]
    public async Task The_stream_is_not_disposed()
    {
        using var stream = new ForwardOnlyStream(Content);
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Json(FileJson)));
        using var client = Clients.To(server);

        await client.Files.UploadAsync(FileUpload.FromStream(stream, "plan")).Guarded();

        stream.IsDisposed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_grows_during_the_upload_is_sent_with_its_initial_length()
    {
        var path = _folder.Write("growing.log", new string('a', 200_000));
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Json(FileJson)));
        using var client = Clients.To(server);

        await client.Files.UploadAsync(FileUpload.FromPath(path), new ProgressCallback(_ => Append())).Guarded();

        _forms.Single.Files[0].Content.Length.ShouldBe(200_000);

        void Append()
        {
            using var log = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            log.WriteByte((byte)'b');
        }
    }

    [Fact]
    public async Task A_large_file_is_not_read_ahead_of_the_network()
    {
        const long Length = 96L << 20;
        using var stream = ForwardOnlyStream.Zeros(Length);
        var received = 0L;
        var maxLead = 0L;
        await using var server = await ReceivedForms.StartServerAsync(async context =>
        {
            context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
            var buffer = new byte[1 << 16];
            for (var read = await context.Request.Body.ReadAsync(buffer); read > 0; read = await context.Request.Body.ReadAsync(buffer))
            {
                received += read;
                maxLead = Math.Max(maxLead, stream.BytesRead - received);
            }

            await Responses.Json(FileJson).WriteAsync(context);
        });
        using var client = Clients.To(server);

        await client.Files.UploadAsync(FileUpload.FromStream(stream, "zeros")).Guarded();

        received.ShouldBeGreaterThan(Length);
        maxLead.ShouldBeLessThan(32L << 20);
    }

    [Fact]
    public void Invalid_uploads_are_rejected_immediately()
    {
        Should.Throw<FileNotFoundException>(() => FileUpload.FromPath(_folder["missing.txt"]));
        Should.Throw<ArgumentException>(() => FileUpload.FromBytes(Content, " "));
        Should.Throw<ArgumentException>(() => FileUpload.FromBytes(Content, "a") with { MediaType = "no type\r\nX: 1" });
    }

    private FileUpload From(string source, string name) => source switch
    {
        "path" => FileUpload.FromPath(_folder.Write("on disk.bin", Encoding.UTF8.GetString(Content)), name),
        "stream that can seek" => FileUpload.FromStream(new MemoryStream(Content), name),
        "stream that cannot seek" => FileUpload.FromStream(new ForwardOnlyStream(Content), name),
        _ => FileUpload.FromBytes(Content, name),
    };
}
