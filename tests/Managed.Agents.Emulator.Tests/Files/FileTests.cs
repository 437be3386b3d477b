using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

public sealed class FileTests
{
    private const string OldBeta = "files-api-2025-04-14";

    [Fact]
    public async Task A_file_is_uploaded_read_and_deleted_without_any_beta_value()
    {
        await using var api = await TestApi.StartAsync();

        var made = (await api.UploadAsync("/v1/files", Forms.File("Hello", "hello.txt", "text/plain"))).ShouldSucceed();

        made.Id.ShouldStartWith("file_01");
        made.Text("filename").ShouldBe("hello.txt");
        made.Text("mime_type").ShouldBe("text/plain");
        made["size_bytes"]!.GetValue<long>().ShouldBe(5);
        made["downloadable"]!.GetValue<bool>().ShouldBeFalse();
        made["expires_at"].ShouldBeNull();
        (await api.GetAsync($"/v1/files/{made.Id}", beta: null)).Body.ToJsonString().ShouldBe(made.Body.ToJsonString());
        var deleted = (await api.DeleteAsync($"/v1/files/{made.Id}")).ShouldSucceed();
        deleted.Text("type").ShouldBe("file_deleted");
        (await api.GetAsync($"/v1/files/{made.Id}")).ShouldBeMissing();
        (await api.DeleteAsync($"/v1/files/{made.Id}")).ShouldBeMissing();
    }

    [Theory]
    [InlineData(null, "ga.", false)]
    [InlineData(OldBeta, "", true)]
    [InlineData(TestApi.Beta, "", true)]
    [InlineData("agent-memory-2026-07-22", "ga.", false)]
    public async Task The_beta_value_selects_the_response_format(string? beta, string surface, bool scoped)
    {
        await using var api = await TestApi.StartAsync();

        var made = (await api.UploadAsync("/v1/files", Forms.File(), beta)).ShouldSucceed();
        Answer[] answers = [made, await api.GetAsync($"/v1/files/{made.Id}", beta)];

        answers.ShouldAllBe(answer => answer.Body.ContainsKey("scope") == scoped);
        (await api.GetAsync("/v1/files", beta)).Data[0].ContainsKey("scope").ShouldBe(scoped);
        api.Emulator.Requests.Select(static request => request.Operation).ShouldBe([$"{surface}files.upload", $"{surface}files.retrieve_metadata", $"{surface}files.list"]);
    }

    [Fact]
    public async Task An_uploaded_file_cannot_be_downloaded()
    {
        await using var api = await TestApi.StartAsync();
        var file = (await api.UploadAsync("/v1/files", Forms.File())).Id;

        (await api.GetAsync($"/v1/files/{file}/content")).ShouldBeRefused("uploaded", "file_not_downloadable");
        (await api.GetAsync("/v1/files/file_none/content")).ShouldBeMissing();
    }

    [Fact]
    public async Task A_file_expires_after_its_lifetime()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var file = (await api.UploadAsync("/v1/files", Forms.File().With("expires_in_seconds", "3600"))).ShouldSucceed();
        file.Text("expires_at").ShouldBe("2026-11-21T10:00:00.000000Z");

        clock.Advance(TimeSpan.FromSeconds(3600));

        (await api.GetAsync($"/v1/files/{file.Id}/content")).ShouldBeMissing("file_expired");
        (await api.GetAsync($"/v1/files/{file.Id}")).ShouldSucceed();
    }

    [Fact]
    public async Task Files_are_listed_newest_first_in_pages()
    {
        await using var api = await TestApi.StartAsync();
        List<string> ids = [];
        for (var i = 0; i < 3; i++)
        {
            ids.Insert(0, (await api.UploadAsync("/v1/files", Forms.File())).Id);
        }

        var first = await api.GetAsync("/v1/files?limit=2", beta: null);
        first.Ids().ShouldBe(ids[..2]);
        var rest = await api.GetAsync($"/v1/files?page={first.NextPage}", beta: null);
        rest.Ids().ShouldBe(ids[2..]);
        rest.NextPage.ShouldBeNull();
        (await api.GetAsync("/v1/files?limit=1000")).ShouldBeRefused("limit");
        (await api.GetAsync("/v1/files?after_id=file_1")).ShouldBeRefused("after_id: unknown query parameter");
    }

    [Fact]
    public async Task Up_to_100_files_can_be_listed_by_id_on_one_page()
    {
        await using var api = await TestApi.StartAsync();
        var one = (await api.UploadAsync("/v1/files", Forms.File())).Id;
        await api.UploadAsync("/v1/files", Forms.File());
        var hundred = string.Join('&', Enumerable.Range(0, 99).Select(static i => $"ids[]=file_{i}").Append($"ids[]={one}"));

        (await api.GetAsync($"/v1/files?{hundred}", beta: null)).Ids().ShouldBe([one]);
        (await api.GetAsync($"/v1/files?{hundred}&ids[]={one}", beta: null)).ShouldSucceed();
        (await api.GetAsync($"/v1/files?{hundred}&ids[]=file_100", beta: null)).ShouldBeRefused("at most 100 items");
        (await api.GetAsync($"/v1/files?ids[]={one}&limit=10", beta: null)).ShouldBeRefused("cannot be combined with limit");
        (await api.GetAsync($"/v1/files?ids[]={one}&page=page_1", beta: null)).ShouldBeRefused("cannot be combined with page");
        (await api.GetAsync($"/v1/files?ids%5B%5D={one}", beta: null)).Ids().ShouldBe([one]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(TestApi.Beta)]
    public async Task A_fault_applies_to_the_beta_and_the_released_operation(string? beta)
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.Faults.OnRequests("files.upload").Once().Fail(529);

        (await api.UploadAsync("/v1/files", Forms.File(), beta)).ShouldFail(529, "overloaded_error", "");
        (await api.UploadAsync("/v1/files", Forms.File(), beta)).ShouldSucceed();
    }
}
