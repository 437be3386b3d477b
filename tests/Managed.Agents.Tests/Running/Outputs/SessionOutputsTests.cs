using System.Text;
using Managed.Agents.Testing;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Tests.Internal.Transfers;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Outputs;

public sealed class SessionOutputsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_outputs_are_the_files_of_the_session_that_can_be_downloaded()
    {
        await using var server = await StubServer.StartAsync(Answers.Json(
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
    public async Task Late_outputs_are_waited_for_until_the_list_stays_the_same()
    {
        await using var server = await StubServer.StartAsync(List(), List("a"), List("a", "b"));
        server.Always = List("a", "b");
        using var client = Clients.To(server, clock: _clock);

        var waiting = client.Sessions.Outputs.WaitAsync("sesn_1");
        for (var second = 0; second < 12; second++)
        {
            waiting.IsCompleted.ShouldBeFalse();
            await NextLookAsync();
        }

        (await waiting.Guarded()).Select(static file => file.FileName).ShouldBe(["a", "b"]);
        server.Requests.Count.ShouldBe(13);
    }

    [Fact]
    public async Task With_a_number_to_expect_the_wait_ends_at_once_when_they_are_there()
    {
        await using var server = await StubServer.StartAsync(List("a"), List("a", "b"));
        using var client = Clients.To(server, clock: _clock);

        var waiting = client.Sessions.Outputs.WaitAsync("sesn_1", new() { ExpectedCount = 2 });
        await NextLookAsync();

        (await waiting.Guarded()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Fewer_outputs_than_expected_are_an_error_at_the_limit()
    {
        await using var server = await StubServer.StartAsync();
        server.Always = List("a");
        using var client = Clients.To(server, clock: _clock);

        var waiting = client.Sessions.Outputs.WaitAsync("sesn_1", new() { ExpectedCount = 2, Timeout = TimeSpan.FromSeconds(2) });
        await NextLookAsync();
        await NextLookAsync();

        var error = await Should.ThrowAsync<ManagedAgentsTimeoutException>(waiting.Guarded());
        error.Kind.ShouldBe(TimeoutKind.Wait);
        error.Message.ShouldContain("had 1 of 2 expected outputs");
    }

    [Fact]
    public async Task Outputs_are_fetched_in_one_call()
    {
        await using var server = await StubServer.StartAsync(List("report.md", "data.csv"), Text("# Report"), Text("1,2"));
        using var client = Clients.To(server);
        var reports = new Reports();

        var files = await client.Sessions.Outputs.DownloadToFolderAsync("sesn_1", _folder["out"], SessionOutputWaitOptions.None, reports).Guarded();

        files.Select(static file => (file.File.Id, file.Path)).ShouldBe([("file_0", _folder["out/report.md"]), ("file_1", _folder["out/data.csv"])]);
        _folder.Read("out/report.md").ShouldBe("# Report");
        _folder.Read("out/data.csv").ShouldBe("1,2");
        server.Requests.Select(static request => request.Target).ShouldBe(["/v1/files?scope_id=sesn_1", "/v1/files/file_0/content", "/v1/files/file_1/content"]);
        reports.ShouldBe([new TransferProgress(8, 20), new TransferProgress(13, 20)]);
    }

    [Fact]
    public async Task Names_of_the_agent_stay_in_the_folder_and_apart()
    {
        string[] names = ["../../evil.sh", @"..\evil.sh", "/etc/passwd", "..", "", "CON.txt", "a:b?.txt", "A:B?.TXT", new string('n', 300) + ".txt", "line\nbreak. "];
        await using var server = await StubServer.StartAsync(List(names));
        server.Always = Text("x");
        using var client = Clients.To(server);

        await client.Sessions.Outputs.DownloadToFolderAsync("sesn_1", _folder["out"], SessionOutputWaitOptions.None).Guarded();

        _folder.Names.ShouldBe(
            [
                "out", "out/A_B_ (2).TXT", "out/_CON.txt", "out/a_b_.txt", "out/evil (2).sh", "out/evil.sh", "out/file_3", "out/file_4",
                "out/line_break", $"out/{new string('n', 116)}.txt", "out/passwd",
            ]);
    }

    [Fact]
    public async Task Long_names_are_cut_to_what_a_file_system_takes_and_between_characters()
    {
        await using var server = await StubServer.StartAsync(List(string.Concat(Enumerable.Repeat("報", 110)) + ".md", string.Concat(Enumerable.Repeat("🙂", 100)) + ".md"));
        server.Always = Text("x");
        using var client = Clients.To(server);

        await client.Sessions.Outputs.DownloadToFolderAsync("sesn_1", _folder["out"], SessionOutputWaitOptions.None).Guarded();

        _folder.Names.ShouldBe(["out", $"out/{string.Concat(Enumerable.Repeat("報", 65))}.md", $"out/{string.Concat(Enumerable.Repeat("🙂", 49))}.md"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_there_is_not_replaced()
    {
        _folder.Write("out/report.md", "mine");
        await using var server = await StubServer.StartAsync(List("report.md"));
        using var client = Clients.To(server);

        await Should.ThrowAsync<IOException>(client.Sessions.Outputs.DownloadToFolderAsync("sesn_1", _folder["out"], SessionOutputWaitOptions.None)).Guarded();

        _folder.Read("out/report.md").ShouldBe("mine");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_comes_there_meanwhile_is_not_replaced_either()
    {
        await using var server = await StubServer.StartAsync(List("report.md"), Text("theirs"));
        using var client = Clients.To(server);
        var atWork = new Action<TransferProgress>(_ => _folder.Write("out/report.md", "mine"));

        await Should.ThrowAsync<IOException>(
            client.Sessions.Outputs.DownloadToFolderAsync("sesn_1", _folder["out"], SessionOutputWaitOptions.None, new Told(atWork))).Guarded();

        _folder.Read("out/report.md").ShouldBe("mine");
        _folder.Names.ShouldBe(["out", "out/report.md"]);
    }

    private static Answer Text(string text) => Answers.Body("text/plain", Encoding.UTF8.GetBytes(text));

    private static Answer List(params string[] names) => Answers.Json(
        $$"""{"data":[{{string.Join(',', names.Select(static (name, i) => $$"""{"id":"file_{{i}}","size_bytes":10,"filename":{{System.Text.Json.JsonSerializer.Serialize(name)}}}"""))}}],"next_page":null}""");

    // The next look is due when its timer is set.
    private async Task NextLookAsync()
    {
        await _clock.WhenTimersAsync(1).Guarded();
        _clock.Advance(TimeSpan.FromSeconds(1));
    }

    private sealed class Told(Action<TransferProgress> tell) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => tell(value);
    }
}
