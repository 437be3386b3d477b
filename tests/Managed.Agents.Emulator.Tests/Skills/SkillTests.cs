using System.IO.Compression;

namespace Managed.Agents.Emulator.Tests;

public sealed class SkillTests
{
    [Fact]
    public async Task A_skill_is_created_retrieved_and_deleted_without_a_beta_value()
    {
        await using var api = await TestApi.StartAsync();

        var made = (await api.UploadAsync("/v1/skills", Forms.Skill())).ShouldSucceed();

        made.Id.ShouldStartWith("skill_01");
        made.Text("display_name").ShouldBe("report-writer");
        made.Text("source.type").ShouldBe("custom");
        var version = (await api.GetAsync($"/v1/skills/{made.Id}/versions/latest", beta: null)).ShouldSucceed();
        version.Id.ShouldBe(made.Text("latest_version_id"));
        version.Text("name").ShouldBe("report-writer");
        version.Text("description").ShouldBe("Writes reports.");
        (await api.DeleteAsync($"/v1/skills/{made.Id}")).ShouldSucceed().Text("type").ShouldBe("skill_deleted");
        (await api.GetAsync($"/v1/skills/{made.Id}")).ShouldBeMissing();
        (await api.GetAsync($"/v1/skills/{made.Id}/versions")).ShouldBeMissing();
    }

    [Theory]
    [InlineData(null, "ga.skills.create")]
    [InlineData("skills-2025-10-02", "skills.create")]
    [InlineData(TestApi.Beta, "ga.skills.create")]
    public async Task The_beta_value_selects_the_operation(string? beta, string operation)
    {
        await using var api = await TestApi.StartAsync();

        (await api.UploadAsync("/v1/skills", Forms.Skill(), beta)).ShouldSucceed();

        api.Emulator.Requests.ShouldHaveSingleItem().Operation.ShouldBe(operation);
    }

    [Fact]
    public async Task A_display_name_must_be_one_line()
    {
        await using var api = await TestApi.StartAsync();

        (await api.UploadAsync("/v1/skills", Forms.Skill().With("display_name", "Reports!"))).ShouldSucceed().Text("display_name").ShouldBe("Reports!");
        (await api.UploadAsync("/v1/skills", Forms.Skill().With("display_name", "Reports!"))).ShouldSucceed();
        (await api.UploadAsync("/v1/skills", Forms.Skill().With("display_name", "a\nb"))).ShouldBeRefused("one line");
        (await api.UploadAsync("/v1/skills", Forms.Skill().With("display_name", new string('x', 256)))).ShouldBeRefused("at most 255");
        (await api.UploadAsync("/v1/skills", Forms.Skill().With("display_title", "a"))).ShouldBeRefused("display_title: unknown part");
    }

    [Fact]
    public async Task The_skills_by_Anthropic_exist_and_are_read_only()
    {
        await using var api = await TestApi.StartAsync();
        var custom = (await api.UploadAsync("/v1/skills", Forms.Skill())).Id;

        (await api.GetAsync("/v1/skills", beta: null)).Ids().ShouldBe([custom, "xlsx", "pptx", "docx", "pdf"]);
        (await api.GetAsync("/v1/skills?source=custom", beta: null)).Ids().ShouldBe([custom]);
        var prebuilt = await api.GetAsync("/v1/skills?source=anthropic&limit=3", beta: null);
        prebuilt.Ids().ShouldBe(["xlsx", "pptx", "docx"]);
        prebuilt.Data.ShouldAllBe(static skill => skill.Text("source.type") == "anthropic");
        (await api.GetAsync($"/v1/skills?source=anthropic&page={prebuilt.NextPage}", beta: null)).Ids().ShouldBe(["pdf"]);
        (await api.GetAsync("/v1/skills/xlsx/versions/latest", beta: null)).ShouldSucceed().Text("name").ShouldBe("xlsx");
        (await api.DeleteAsync("/v1/skills/xlsx")).ShouldBeRefused("by Anthropic");
        (await api.UploadAsync("/v1/skills/xlsx/versions", Forms.Skill())).ShouldBeRefused("by Anthropic");
        (await api.GetAsync("/v1/skills/xlsx/versions/latest/content", beta: null)).ShouldBeRefused("cannot be downloaded");
    }

    [Fact]
    public async Task All_versions_of_a_skill_have_the_same_name()
    {
        await using var api = await TestApi.StartAsync();
        var skill = await api.UploadAsync("/v1/skills", Forms.Skill());
        var path = $"/v1/skills/{skill.Id}";

        var second = (await api.UploadAsync($"{path}/versions", Forms.Skill(("w/SKILL.md", Forms.Manifest(description: "Better."))))).ShouldSucceed();

        (await api.GetAsync(path)).Text("latest_version_id").ShouldBe(second.Id);
        (await api.GetAsync($"{path}/versions/latest")).Text("description").ShouldBe("Better.");
        var first = await api.GetAsync($"{path}/versions?limit=1");
        first.Ids().ShouldBe([second.Id]);
        (await api.GetAsync($"{path}/versions?page={first.NextPage}")).Ids().ShouldBe([skill.Text("latest_version_id")!]);
        (await api.GetAsync($"{path}/versions/skillver_none")).ShouldBeMissing();
        (await api.UploadAsync($"{path}/versions", Forms.Skill(("w/SKILL.md", Forms.Manifest(name: "other"))))).ShouldBeRefused("cannot change");
        (await api.UploadAsync("/v1/skills/skill_none/versions", Forms.Skill())).ShouldBeMissing();
        (await api.UploadAsync($"{path}/versions", Forms.Skill().With("display_name", "a"))).ShouldBeRefused("display_name: unknown part");
    }

    [Fact]
    public async Task All_versions_except_the_last_remaining_one_can_be_deleted()
    {
        await using var api = await TestApi.StartAsync();
        var skill = await api.UploadAsync("/v1/skills", Forms.Skill());
        var path = $"/v1/skills/{skill.Id}";
        var second = (await api.UploadAsync($"{path}/versions", Forms.Skill())).Id;

        (await api.DeleteAsync($"{path}/versions/{second}")).ShouldSucceed().Text("type").ShouldBe("skill_version_deleted");

        (await api.GetAsync(path)).Text("latest_version_id").ShouldBe(skill.Text("latest_version_id"));
        (await api.GetAsync($"{path}/versions/{second}")).ShouldBeMissing();
        (await api.DeleteAsync($"{path}/versions/latest")).ShouldBeRefused("delete the skill instead");
    }

    [Theory]
    [InlineData("latest")]
    [InlineData(null)]
    public async Task A_version_is_downloaded_as_the_archive_of_its_folder(string? alias)
    {
        await using var api = await TestApi.StartAsync();
        var skill = await api.UploadAsync("/v1/skills", Forms.Skill());

        using var download = await api.DownloadAsync($"/v1/skills/{skill.Id}/versions/{alias ?? skill.Text("latest_version_id")}/content");

        download.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        await using var archive = new ZipArchive(await download.Content.ReadAsStreamAsync());
        archive.Entries.Select(static entry => entry.FullName).ShouldBe(["writer/SKILL.md", "writer/scripts/run.py"]);
        using var reader = new StreamReader(archive.GetEntry("writer/SKILL.md")!.Open());
        (await reader.ReadToEndAsync()).ShouldBe(Forms.Manifest());
    }
}
