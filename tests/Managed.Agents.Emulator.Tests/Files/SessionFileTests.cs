using System.Text;
using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

public sealed class SessionFileTests
{
    [Fact]
    public async Task A_session_output_is_listed_by_its_scope_and_can_be_downloaded()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        await api.UploadAsync("/v1/files", Forms.File());

        var file = api.Emulator.AddSessionOutput(session, "/mnt/session/outputs/charts/Übersicht.png", "picture"u8);

        var found = (await api.GetAsync($"/v1/files?scope_id={session}")).ShouldSucceed().Data.ShouldHaveSingleItem();
        found.Id().ShouldBe(file);
        found.Text("filename").ShouldBe("Übersicht.png");
        found.Text("mime_type").ShouldBe("image/png");
        found.Text("scope.id").ShouldBe(session);
        found["downloadable"]!.GetValue<bool>().ShouldBeTrue();
        foreach (var beta in new[] { null, TestApi.Beta })
        {
            using var download = await api.DownloadAsync($"/v1/files/{file}/content", beta);
            ((int)download.StatusCode).ShouldBe(200);
            download.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
            download.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("Übersicht.png");
            download.Headers.Contains("request-id").ShouldBeTrue();
            (await download.Content.ReadAsByteArrayAsync()).ShouldBe("picture"u8.ToArray());
        }
    }

    [Fact]
    public async Task The_scope_filter_requires_the_managed_agents_beta_value()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();

        (await api.GetAsync($"/v1/files?scope_id={session}", beta: null)).ShouldBeRefused(TestApi.Beta);
        (await api.GetAsync($"/v1/files?scope_id={session}", beta: "files-api-2025-04-14")).ShouldBeRefused(TestApi.Beta);
        (await api.GetAsync($"/v1/files?scope_id={session}", beta: $"files-api-2025-04-14,{TestApi.Beta}")).ShouldSucceed();
        (await api.GetAsync("/v1/files?scope_id=sesn_none")).Data.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_output_can_appear_with_a_delay()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.SessionOutputDelay = TimeSpan.FromSeconds(5);
        });
        var session = await api.CreateSessionAsync();

        var file = api.Emulator.AddSessionOutput(session, "a.txt", "a"u8);

        clock.Advance(TimeSpan.FromSeconds(4.9));
        (await api.GetAsync($"/v1/files?scope_id={session}")).Data.ShouldBeEmpty();
        (await api.GetAsync($"/v1/files/{file}")).ShouldBeMissing();
        clock.Advance(TimeSpan.FromSeconds(0.1));
        (await api.GetAsync($"/v1/files?scope_id={session}")).Ids().ShouldBe([file]);
    }

    [Fact]
    public async Task A_session_gets_copies_of_its_files_with_new_ids()
    {
        await using var api = await TestApi.StartAsync();
        var file = (await api.UploadAsync("/v1/files", Forms.File("Hello"))).Id;

        var session = await api.CreateSessionAsync(more: $$""","resources":[{"type":"file","file_id":"{{file}}"}]""");
        var added = (await api.PostAsync($"/v1/sessions/{session}/resources", $$"""{"type":"file","file_id":"{{file}}","mount_path":"/mnt/session/uploads/b.txt"}""")).ShouldSucceed();

        var first = (await api.GetAsync($"/v1/sessions/{session}")).Body["resources"]![0]!;
        first["mount_path"]!.GetValue<string>().ShouldBe($"/mnt/session/uploads/{file}");
        string[] copies = [first["file_id"]!.GetValue<string>(), added.Text("file_id")!];
        copies.ShouldNotContain(file);
        (await api.GetAsync($"/v1/files?scope_id={session}")).Ids().ShouldBe(copies.Reverse());
        (await api.GetAsync($"/v1/files/{copies[0]}/content")).ShouldBeRefused("uploaded", "file_not_downloadable");

        await api.DeleteAsync($"/v1/files/{file}");
        (await api.GetAsync($"/v1/files/{copies[0]}")).ShouldSucceed()["size_bytes"]!.GetValue<long>().ShouldBe(5);
    }

    [Fact]
    public async Task Missing_and_expired_files_cannot_be_mounted()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var file = (await api.UploadAsync("/v1/files", Forms.File().With("expires_in_seconds", "3600"))).Id;
        var session = await api.CreateSessionAsync();
        clock.Advance(TimeSpan.FromHours(1));

        (await AddAsync("file_none")).ShouldBeMissing();
        (await AddAsync(file)).ShouldBeMissing("file_expired");
        (await api.GetAsync($"/v1/sessions/{session}/resources")).Data.ShouldBeEmpty();

        Task<Answer> AddAsync(string id) => api.PostAsync($"/v1/sessions/{session}/resources", $$"""{"type":"file","file_id":"{{id}}"}""");
    }

    [Fact]
    public async Task Deleting_a_session_deletes_its_files_and_keeps_uploads()
    {
        await using var api = await TestApi.StartAsync();
        var upload = (await api.UploadAsync("/v1/files", Forms.File())).Id;
        var session = await api.CreateSessionAsync(more: $$""","resources":[{"type":"file","file_id":"{{upload}}"}]""");
        var other = api.Emulator.AddSessionOutput(await api.CreateSessionAsync(), "a.txt", "a"u8);
        api.Emulator.AddSessionOutput(session, "a.txt", "a"u8);

        (await api.DeleteAsync($"/v1/sessions/{session}")).ShouldSucceed();

        (await api.GetAsync("/v1/files")).Ids().ShouldBe([other, upload], ignoreOrder: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("/mnt/session/outputs/")]
    [InlineData("../a.txt")]
    [InlineData("a//b.txt")]
    public async Task An_output_path_outside_the_outputs_folder_is_rejected(string path)
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();

        Should.Throw<ArgumentException>(() => api.Emulator.AddSessionOutput(session, path, "a"u8)).ParamName.ShouldBe("path");
    }

    [Fact]
    public async Task An_output_requires_an_existing_session()
    {
        await using var api = await TestApi.StartAsync();

        Should.Throw<ArgumentException>(() => api.Emulator.AddSessionOutput("sesn_none", "a.txt", "a"u8)).ParamName.ShouldBe("sessionId");
    }

    [Fact]
    public async Task Content_is_deleted_with_its_last_copy_and_with_the_emulator()
    {
        using var blobs = new BlobStore();
        var content = Encoding.UTF8.GetBytes("content");
        var kept = blobs.Write(content);
        var shared = await blobs.WriteAsync(new MemoryStream(content), new ByteBudget(7), CancellationToken.None);
        await Should.ThrowAsync<ApiError>(() => blobs.WriteAsync(new MemoryStream(content), new ByteBudget(6), CancellationToken.None));
        var folder = blobs.Folder!;

        shared.Share().Release();
        Directory.GetFiles(folder).Length.ShouldBe(2);
        shared.Release();
        Directory.GetFiles(folder).ShouldHaveSingleItem();
        kept.Length.ShouldBe(7);
        blobs.Dispose();
        Directory.Exists(folder).ShouldBeFalse();
    }
}
