using System.IO.Compression;
using System.Text;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Tests.Internal.Transfers;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Skills.SkillVersions;

public sealed class SkillDownloadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_is_downloaded_as_it_was_uploaded()
    {
        var forms = new ReceivedForms();
        _folder.Write("invoices/SKILL.md", "# Invoices");
        _folder.Write("invoices/scripts/sum.py", "print(1)");
        await using var server = await ReceivedForms.StartServerAsync(forms.Then(Responses.Json("""{"id":"skill_1"}""")));
        using var client = Clients.To(server);
        await client.Skills.CreateAsync(SkillUpload.FromFolder(_folder["invoices"])).Guarded();
        server.Then(Responses.Body("application/zip", forms.Single.Files[0].Content));

        await client.Skills.Versions.DownloadToFolderAsync("skill_1", "latest", _folder["back/again"]).Guarded();

        server.Requests[1].Target.ShouldBe("/v1/skills/skill_1/versions/latest/content");
        server.Requests[1].Header("accept").ShouldBe("application/binary");
        _folder.Names.ShouldBe(
            ["back", "back/again", "back/again/SKILL.md", "back/again/scripts", "back/again/scripts/sum.py", "invoices", "invoices/SKILL.md", "invoices/scripts", "invoices/scripts/sum.py"]);
        _folder.Read("back/again/scripts/sum.py").ShouldBe("print(1)");
    }

    [Fact]
    public async Task An_archive_without_a_top_folder_is_extracted_unchanged()
    {
        await DownloadAsync(Zip("SKILL.md", "scripts/", "scripts/sum.py"));

        _folder.Names.ShouldBe(["skill", "skill/SKILL.md", "skill/scripts", "skill/scripts/sum.py"]);
    }

    [Fact]
    public async Task An_archive_is_downloaded_unchanged()
    {
        var zip = Zip("a/SKILL.md");
        using var server = MockServer.Start(Responses.Body("application/zip", zip), Responses.Body("application/zip", zip));
        using var client = Clients.To(server);
        using var destination = new MemoryStream();

        await client.Skills.Versions.DownloadAsync("skill_1", "skillver_1", destination).Guarded();
        await client.Skills.Versions.DownloadToFileAsync("skill_1", "skillver_1", _folder["skill.zip"]).Guarded();

        destination.ToArray().ShouldBe(zip);
        File.ReadAllBytes(_folder["skill.zip"]).ShouldBe(zip);
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("a/../../evil.txt")]
    [InlineData("a/./evil.txt")]
    [InlineData("/evil.txt")]
    [InlineData("a//evil.txt")]
    [InlineData(@"a\..\..\evil.txt")]
    [InlineData("a/evil\n.txt")]
    public async Task An_entry_outside_the_folder_is_rejected(string name)
    {
        var error = await Should.ThrowAsync<ManagedAgentsResponseException>(DownloadAsync(Zip("a/SKILL.md", name)));

        error.Message.ShouldContain("does not stay in its folder");
        error.Message.ShouldNotContain("\n");
        _folder.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_entry_is_rejected()
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("a/link").ExternalAttributes = 0xA1FF << 16;
        }

        await Should.ThrowAsync<ManagedAgentsResponseException>(DownloadAsync(content.ToArray()));

        _folder.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_invalid_archive_is_rejected()
    {
        await Should.ThrowAsync<ManagedAgentsResponseException>(DownloadAsync(Encoding.UTF8.GetBytes("<html>")));

        _folder.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_non_empty_folder_is_not_changed()
    {
        _folder.Write("skill/mine.txt", "mine");

        await Should.ThrowAsync<IOException>(DownloadAsync(Zip("a/SKILL.md")));

        _folder.Names.ShouldBe(["skill", "skill/mine.txt"]);
    }

    [Fact]
    public async Task An_empty_folder_is_accepted()
    {
        Directory.CreateDirectory(_folder["skill"]);

        await DownloadAsync(Zip("a/SKILL.md"));

        _folder.Names.ShouldBe(["skill", "skill/SKILL.md"]);
    }

    private static byte[] Zip(params string[] names)
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                archive.CreateEntry(name);
            }
        }

        return content.ToArray();
    }

    private async Task DownloadAsync(byte[] zip)
    {
        using var server = MockServer.Start(Responses.Body("application/zip", zip));
        using var client = Clients.To(server);
        await client.Skills.Versions.DownloadToFolderAsync("skill_1", "latest", _folder["skill"]).Guarded();
    }
}
