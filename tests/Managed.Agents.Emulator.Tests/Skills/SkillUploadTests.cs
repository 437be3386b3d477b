namespace Managed.Agents.Emulator.Tests;

public sealed class SkillUploadTests
{
    [Fact]
    public async Task A_skill_can_be_uploaded_as_an_archive()
    {
        await using var api = await TestApi.StartAsync();

        var made = (await api.UploadAsync("/v1/skills", Forms.Zip(("writer/SKILL.md", Forms.Manifest()), ("writer/a/b.txt", "b")))).ShouldSucceed();

        made.Text("display_name").ShouldBe("report-writer");
        (await api.UploadAsync($"/v1/skills/{made.Id}/versions", Forms.Zip(("writer/SKILL.md", Forms.Manifest())))).ShouldSucceed();
    }

    [Theory]
    [InlineData("writer/readme.md", "there is no writer/SKILL.md")]
    [InlineData("writer/skill.md", "there is no writer/SKILL.md")]
    [InlineData("writer/deep/SKILL.md", "there is no writer/SKILL.md")]
    [InlineData("SKILL.md", "one top-level folder")]
    [InlineData("/writer/SKILL.md", "not a valid relative path")]
    [InlineData("../SKILL.md", "not a valid relative path")]
    public async Task A_manifest_outside_the_root_of_the_folder_is_rejected(string path, string message)
    {
        await using var api = await TestApi.StartAsync();

        (await api.UploadAsync("/v1/skills", Forms.Skill((path, Forms.Manifest())))).ShouldBeRefused(message);
        (await api.UploadAsync("/v1/skills", Forms.Zip((path, Forms.Manifest())))).ShouldBeRefused(message);
    }

    [Fact]
    public async Task Files_in_several_folders_or_with_duplicate_paths_are_rejected()
    {
        await using var api = await TestApi.StartAsync();

        (await api.UploadAsync("/v1/skills", Forms.Skill(("a/SKILL.md", Forms.Manifest()), ("b/x.txt", "")))).ShouldBeRefused("one top-level folder");
        (await api.UploadAsync("/v1/skills", Forms.Skill(("a/SKILL.md", Forms.Manifest()), ("a/SKILL.md", Forms.Manifest())))).ShouldBeRefused("is a duplicate");
        (await api.UploadAsync("/v1/skills", new MultipartFormDataContent().With("display_name", "a"))).ShouldBeRefused("files: field required");
        (await api.UploadAsync("/v1/skills", Forms.Skill(("a/skill.zip", "PK\u0003\u0004 but no archive")))).ShouldBeRefused("not a valid zip archive");
        (await api.PostAsync("/v1/skills", """{"files":[]}""")).ShouldBeRefused("must be multipart/form-data");
    }

    [Theory]
    [InlineData("# No front matter", "SKILL.md: must begin with front matter")]
    [InlineData("---\nname: a\ndescription: b", "SKILL.md: must begin with front matter")]
    [InlineData("---\ndescription: b\n---", "SKILL.md: name: must be kebab-case")]
    [InlineData("---\nname: Report Writer\ndescription: b\n---", "SKILL.md: name: must be kebab-case")]
    [InlineData("---\nname: report--writer\ndescription: b\n---", "SKILL.md: name: must be kebab-case")]
    [InlineData("---\nname: a\n---", "SKILL.md: description")]
    [InlineData("---\nname: a\ndescription:\n---", "SKILL.md: description")]
    public async Task An_invalid_manifest_is_rejected(string manifest, string message)
    {
        await using var api = await TestApi.StartAsync();

        (await api.UploadAsync("/v1/skills", Forms.Skill(("a/SKILL.md", manifest)))).ShouldBeRefused(message);
    }

    [Theory]
    [InlineData("---\nname: a\ndescription: \"Says \\\"hi\\\": always\"\n---", "Says \"hi\": always")]
    [InlineData("---\r\nname: 'a'\r\ndescription: 'It''s good'\r\n---\r\n", "It's good")]
    [InlineData("\uFEFF---\n# comment\nname: a\nmetadata:\n  description: nested\ndescription: >\n  One\n  two.\nlicense: MIT\n---", "One two.")]
    [InlineData("---\nname: a\ndescription: |\n  One\n  two.\n---", "One\ntwo.")]
    public async Task Descriptions_in_every_YAML_style_are_read(string manifest, string description)
    {
        await using var api = await TestApi.StartAsync();

        var skill = (await api.UploadAsync("/v1/skills", Forms.Skill(("a/SKILL.md", manifest)))).ShouldSucceed();

        (await api.GetAsync($"/v1/skills/{skill.Id}/versions/latest")).Text("description").ShouldBe(description);
    }

    [Fact]
    public async Task A_skill_over_the_size_limit_is_rejected()
    {
        await using var api = await TestApi.StartAsync();
        var much = new string('x', 33 * 1024 * 1024);

        (await api.UploadAsync("/v1/skills", Forms.Zip(("a/SKILL.md", Forms.Manifest()), ("a/x.txt", much)))).ShouldFail(413, "request_too_large", "larger than");
        (await api.UploadAsync("/v1/skills", Forms.Skill(("a/SKILL.md", Forms.Manifest(description: new string('x', 1_025)))))).ShouldBeRefused("description");
    }
}
