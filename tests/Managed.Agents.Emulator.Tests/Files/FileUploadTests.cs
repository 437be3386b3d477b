using System.Net.Http.Headers;
using System.Text;

namespace Managed.Agents.Emulator.Tests;

public sealed class FileUploadTests
{
    private const long Limit = 500L * 1024 * 1024;

    [Theory]
    [InlineData("reports/q3/summary.csv", "text/csv", "summary.csv", "text/csv")]
    [InlineData("C:\\docs\\a.pdf", null, "a.pdf", "application/pdf")]
    [InlineData("Übersicht 1.md", "text/markdown; charset=utf-8", "Übersicht 1.md", "text/markdown")]
    [InlineData("data.unheardof", null, "data.unheardof", "application/octet-stream")]
    [InlineData(null, "text/plain", "unnamed.txt", "text/plain")]
    [InlineData(null, null, "unnamed.bin", "application/octet-stream")]
    public async Task File_names_lose_their_folders_and_media_types_are_detected(string? name, string? type, string storedName, string storedType)
    {
        await using var api = await TestApi.StartAsync();
        using var form = new MultipartFormDataContent();
        var part = new ByteArrayContent("x"u8.ToArray());
        part.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = name is null ? null : $"\"{name}\"", FileNameStar = name is null ? null : name };
        form.Add(part);

        var made = (await api.UploadAsync("/v1/files", form)).ShouldSucceed();

        made.Text("filename").ShouldBe(storedName);
        made.Text("mime_type").ShouldBe(storedType);
    }

    [Theory]
    [InlineData("3599", "at least 3600")]
    [InlineData("7776001", "at most 7776000")]
    [InlineData("soon", "expected an integer")]
    public async Task A_lifetime_out_of_range_is_rejected(string seconds, string message)
    {
        await using var api = await TestApi.StartAsync();

        (await api.UploadAsync("/v1/files", Forms.File().With("expires_in_seconds", seconds))).ShouldBeRefused(message);
        (await api.GetAsync("/v1/files")).Data.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_with_missing_unknown_or_duplicate_parts_is_rejected()
    {
        await using var api = await TestApi.StartAsync();

        (await api.UploadAsync("/v1/files", Forms.File().With("purpose", "agent"))).ShouldBeRefused("purpose: unknown part");
        (await api.UploadAsync("/v1/files", new MultipartFormDataContent().With("expires_in_seconds", "3600"))).ShouldBeRefused("file: field required");
        using var twice = Forms.File();
        twice.Add(new ByteArrayContent([1]), "file", "second.txt");
        (await api.UploadAsync("/v1/files", twice)).ShouldBeRefused("file: sent twice");
        using var nameless = new MultipartContent("form-data") { new StringContent("x") };
        (await api.UploadAsync("/v1/files", nameless)).ShouldBeRefused("content-disposition");
    }

    [Fact]
    public async Task A_body_that_is_not_a_form_is_rejected()
    {
        await using var api = await TestApi.StartAsync();

        (await api.PostAsync("/v1/files", """{"file":"x"}""")).ShouldBeRefused("must be multipart/form-data");
        (await api.PostAsync("/v1/files")).ShouldBeRefused("must be multipart/form-data");
        using var cut = new StringContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nhalf", Encoding.UTF8);
        cut.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        (await api.UploadAsync("/v1/files", cut)).ShouldBeRefused("not a valid form");
    }

    [Fact]
    public async Task A_file_over_the_size_limit_is_rejected_and_one_at_the_limit_is_accepted()
    {
        await using var api = await TestApi.StartAsync(options => options.MaxFileSize = 100_000);

        (await api.UploadAsync("/v1/files", Forms.File(new string('x', 100_000)))).ShouldSucceed();
        (await api.UploadAsync("/v1/files", Forms.File(new string('x', 100_001)))).ShouldFail(413, "request_too_large", "100000 bytes");
        (await api.GetAsync("/v1/files")).Data.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_with_a_too_large_content_length_is_rejected_before_it_is_read()
    {
        await using var api = await TestApi.StartAsync();
        using var form = new MultipartFormDataContent { { new Zeros(Limit + (2 * 1024 * 1024)), "file", "big.bin" } };

        var answer = await api.SendAsync(HttpMethod.Post, "/v1/files", change: request =>
        {
            request.Headers.ExpectContinue = true;
            request.Content = form;
        });

        answer.ShouldFail(413, "request_too_large", "524288000 bytes");
    }
}
