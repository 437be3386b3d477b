using System.IO.Compression;
using System.Text;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Tests.Internal.Transfers;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Skills;

public sealed class SkillUploadTests : IDisposable
{
    private const string SkillJson = """{"type":"skill","id":"skill_1"}""";
    private const string VersionJson = """{"type":"skill_version","id":"skillver_1"}""";

    private readonly TemporaryFolder _folder = new();
    private readonly ReceivedForms _forms = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_is_zipped_under_its_own_name()
    {
        _folder.Write("invoices/SKILL.md", "# Invoices");
        _folder.Write("invoices/scripts/sum.py", "print(1)");
        _folder.Write("invoices/data/größe.txt", new string('x', 300_000));
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Json(SkillJson)));
        using var client = Clients.To(server);
        var reports = new RecordedProgress();

        var skill = await client.Skills.CreateAsync(SkillUpload.FromFolder(_folder["invoices"]) with { DisplayName = "Rechnungen – groß" }, reports).Guarded();

        skill.Id.ShouldBe("skill_1");
        server.Request.Target.ShouldBe("/v1/skills");
        server.Request.Header("anthropic-beta").ShouldBeNull();
        _forms.Single.Fields.ShouldBe(new Dictionary<string, string> { ["display_name"] = "Rechnungen – groß" });
        var zip = _forms.Single.Files.ShouldHaveSingleItem();
        (zip.Part, zip.Name, zip.MediaType).ShouldBe(("files[]", "invoices.zip", "application/zip"));
        Entries(zip.Content).ShouldBe(new Dictionary<string, string>
        {
            ["invoices/SKILL.md"] = "# Invoices",
            ["invoices/data/größe.txt"] = new string('x', 300_000),
            ["invoices/scripts/sum.py"] = "print(1)",
        });
        reports[^1].ShouldBe(new TransferProgress(300_018, 300_018));
    }

    [Fact]
    public async Task A_folder_is_zipped_again_for_a_retry()
    {
        _folder.Write("invoices/SKILL.md", "# Invoices");
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Error(429)), _forms.Then(Responses.Json(SkillJson)));
        using var client = Clients.To(server);

        await client.Skills.CreateAsync(SkillUpload.FromFolder(_folder["invoices"] + Path.DirectorySeparatorChar)).Guarded();

        _forms.All.Select(static form => Entries(form.Files[0].Content).Keys.Single()).ShouldBe(["invoices/SKILL.md", "invoices/SKILL.md"]);
    }

    [Fact]
    public async Task Hidden_files_are_excluded_unless_the_folder_itself_is_hidden()
    {
        _folder.Write(".invoices/SKILL.md", "# Invoices");
        foreach (var name in new[] { ".env", ".git/config", ".git/objects/a", "scripts/.DS_Store", "scripts/.cache/b" })
        {
            _folder.Write($".invoices/{name}", "secret");
        }

        _folder.Write(".invoices/scripts/a.b.py", "print(1)");
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Json(SkillJson)));
        using var client = Clients.To(server);
        var reports = new RecordedProgress();

        await client.Skills.CreateAsync(SkillUpload.FromFolder(_folder[".invoices"]), reports).Guarded();

        Entries(_forms.Single.Files[0].Content).Keys.ShouldBe([".invoices/SKILL.md", ".invoices/scripts/a.b.py"], ignoreOrder: true);
        reports[^1].ShouldBe(new TransferProgress(18, 18));
    }

    [Fact]
    public async Task Symbolic_links_are_not_followed()
    {
        _folder.Write("secrets/key", "secret");
        _folder.Write("invoices/SKILL.md", "# Invoices");
        Directory.CreateSymbolicLink(_folder["invoices/folder"], _folder["secrets"]);
        File.CreateSymbolicLink(_folder["invoices/key"], _folder["secrets/key"]);
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Json(SkillJson)));
        using var client = Clients.To(server);

        await client.Skills.CreateAsync(SkillUpload.FromFolder(_folder["invoices"])).Guarded();

        Entries(_forms.Single.Files[0].Content).Keys.ShouldBe(["invoices/SKILL.md"]);
    }

    [Fact]
    public async Task Files_keep_their_paths()
    {
        await using var server = await ReceivedForms.StartServerAsync(_forms.Then(Responses.Json(VersionJson)));
        using var client = Clients.To(server);

        var version = await client.Skills.Versions.CreateAsync(
            "skill_1",
            SkillUpload.FromFiles(
                FileUpload.FromBytes(Encoding.UTF8.GetBytes("# Invoices"), "invoices/SKILL.md"),
                FileUpload.FromBytes(Encoding.UTF8.GetBytes("print(1)"), @"invoices\scripts\sum.py"))).Guarded();

        version.Id.ShouldBe("skillver_1");
        server.Request.Target.ShouldBe("/v1/skills/skill_1/versions");
        _forms.Single.Files.Select(static file => (file.Part, file.Name)).ShouldBe([("files[]", "invoices/SKILL.md"), ("files[]", "invoices/scripts/sum.py")]);
    }

    [Fact]
    public async Task Invalid_skill_uploads_are_rejected_immediately()
    {
        var file = FileUpload.FromBytes(new byte[1], "a/SKILL.md");
        using var client = Clients.To(new Uri("http://localhost:1"));

        Should.Throw<ArgumentException>(() => SkillUpload.FromFiles());
        Should.Throw<ArgumentException>(() => SkillUpload.FromFiles(file with { ExpiresIn = TimeSpan.FromDays(1) }));
        Should.Throw<DirectoryNotFoundException>(() => SkillUpload.FromFolder(_folder["missing"]));
        await Should.ThrowAsync<ArgumentException>(() => client.Skills.Versions.CreateAsync("skill_1", SkillUpload.FromFiles(file) with { DisplayName = "A" }));
    }

    private static Dictionary<string, string> Entries(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(static entry => entry.FullName, static entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
    }
}
