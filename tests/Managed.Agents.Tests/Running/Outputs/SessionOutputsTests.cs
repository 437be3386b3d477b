using System.Text;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Tests.Internal.Transfers;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Outputs;

public sealed class SessionOutputsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestTimeProvider _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_outputs_are_the_downloadable_files_of_the_session()
    {
        using var server = MockServer.Start(Responses.Json(
            """{"data":[{"id":"file_1","filename":"a","downloadable":true},{"id":"file_2","filename":"input","downloadable":false},{"id":"file_3","filename":"b"}],"next_page":null}"""));
        using var client = Clients.To(server);

        var ids = new List<string>();
        await foreach (var file in client.Sessions.Outputs.ListAsync("sesn_1"))
        {
            ids.Add(file.Id);
        }

        ids.ShouldBe(["file_1", "file_3"]);
        server.Request.Target.ShouldBe("/v1/files?scope_id=sesn_1");
        server.Request.Header("anthropic-beta").ShouldBe("managed-agents-2026-04-01");
    }

    [Fact]
    public async Task The_wait_ends_when_the_list_is_stable()
    {
        using var server = MockServer.Start(List(), List("a"), List("a", "b"));
        server.DefaultResponse = List("a", "b");
        using var client = Clients.To(server, clock: _clock);

        var waiting = client.Sessions.Outputs.WaitAsync("sesn_1");
        for (var second = 0; second < 12; second++)
        {
            waiting.IsCompleted.ShouldBeFalse();
            await NextPollAsync();
        }

        (await waiting.Guarded()).Select(static file => file.FileName).ShouldBe(["a", "b"]);
        server.Requests.Count.ShouldBe(13);
    }

    [Fact]
    public async Task The_wait_ends_immediately_at_the_expected_count()
    {
        using var server = MockServer.Start(List("a"), List("a", "b"));
        using var client = Clients.To(server, clock: _clock);

        var waiting = client.Sessions.Outputs.WaitAsync("sesn_1", new() { ExpectedCount = 2 });
        await NextPollAsync();

        (await waiting.Guarded()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_wait_times_out_with_fewer_outputs_than_expected()
    {
        using var server = MockServer.Start();
        server.DefaultResponse = List("a");
        using var client = Clients.To(server, clock: _clock);

        var waiting = client.Sessions.Outputs.WaitAsync("sesn_1", new() { ExpectedCount = 2, Timeout = TimeSpan.FromSeconds(2) });
        await NextPollAsync();
        await NextPollAsync();

        var error = await Should.ThrowAsync<ManagedAgentsTimeoutException>(waiting.Guarded());
        error.Kind.ShouldBe(TimeoutKind.Wait);
        error.Message.ShouldContain("had 1 of 2 expected outputs");
    }

    [Fact]
    public async Task Outputs_are_downloaded_in_one_call()
    {
        using var server = MockServer.Start(List("report.md", "data.csv"), Text("# Report"), Text("1,2"));
        using var client = Clients.To(server);
        var reports = new RecordedProgress();

        var files = await client.Sessions.Outputs.DownloadToFolderAsync("sesn_1", _folder["out"], SessionOutputWaitOptions.None, reports).Guarded();

        files.Select(static file => (file.File.Id, file.Path)).ShouldBe([("file_0", _folder["out/report.md"]), ("file_1", _folder["out/data.csv"])]);
        _folder.Read("out/report.md").ShouldBe("# Report");
        _folder.Read("out/data.csv").ShouldBe("1,2");
        server.Requests.Select(static request => request.Target).ShouldBe(["/v1/files?scope_id=sesn_1", "/v1/files/file_0/content", "/v1/files/file_1/content"]);
        reports.ShouldBe([new TransferProgress(8, 20), new TransferProgress(13, 20)]);
    }

    [Fact]
    public async Task File_names_from_the_agent_are_sanitized_and_made_unique()
    {
        string[] names = ["../../evil.sh", @"..\evil.sh", "/etc/passwd", "..", "", "CON.txt", "a:b?.txt", "A:B?.TXT", new string('n', 300) + ".txt", "line\nbreak. "];
        using var server = MockServer.Start(List(names));
        server.DefaultResponse = Text("x");
        using var client = Clients.To(server);

        await client.Sessions.Outputs.DownloadToFolderAsync("sesn_1", _folder["out"], SessionOutputWaitOptions.None).Guarded();

        _folder.Names.ShouldBe(
            [
                "out", "out/A_B_ (2).TXT", "out/_CON.txt", "out/a_b_.txt", "out/evil (2).sh", "out/evil.sh", "out/file_3", "out/file_4",
                "out/line_break", $"out/{new string('n', 116)}.txt", "out/passwd",
            ]);
    }

    [Fact]
    public async Task Long_names_are_truncated_between_characters()
    {
        using var server = MockServer.Start(List(string.Concat(Enumerable.Repeat("報", 110)) + ".md", string.Concat(Enumerable.Repeat("🙂", 100)) + ".md"));
        server.DefaultResponse = Text("x");
        using var client = Clients.To(server);

        await client.Sessions.Outputs.DownloadToFolderAsync("sesn_1", _folder["out"], SessionOutputWaitOptions.None).Guarded();

        _folder.Names.ShouldBe(["out", $"out/{string.Concat(Enumerable.Repeat("報", 65))}.md", $"out/{string.Concat(Enumerable.Repeat("🙂", 49))}.md"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_existing_file_is_not_replaced()
    {
        _folder.Write("out/report.md", "mine");
        using var server = MockServer.Start(List("report.md"));
        using var client = Clients.To(server);

        await Should.ThrowAsync<IOException>(client.Sessions.Outputs.DownloadToFolderAsync("sesn_1", _folder["out"], SessionOutputWaitOptions.None)).Guarded();

        _folder.Read("out/report.md").ShouldBe("mine");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_created_during_the_download_is_not_replaced()
    {
        using var server = MockServer.Start(List("report.md"), Text("theirs"));
        using var client = Clients.To(server);
        var createFile = new Action<TransferProgress>(_ => _folder.Write("out/report.md", "mine"));

        await Should.ThrowAsync<IOException>(
            client.Sessions.Outputs.DownloadToFolderAsync("sesn_1", _folder["out"], SessionOutputWaitOptions.None, new ProgressCallback(createFile))).Guarded();

        _folder.Read("out/report.md").ShouldBe("mine");
        _folder.Names.ShouldBe(["out", "out/report.md"]);
    }

    private static CannedResponse Text(string text) => Responses.Body("text/plain", Encoding.UTF8.GetBytes(text));

    private static CannedResponse List(params string[] names) => Responses.Json(
        $$"""{"data":[{{string.Join(',', names.Select(static (name, i) => $$"""{"id":"file_{{i}}","size_bytes":10,"filename":{{System.Text.Json.JsonSerializer.Serialize(name)}}}"""))}}],"next_page":null}""");

    // The client polls again when its timer is due.
    private async Task NextPollAsync()
    {
        await _clock.WaitForTimersAsync(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
    }
}
