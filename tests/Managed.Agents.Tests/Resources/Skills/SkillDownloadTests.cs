using System.IO.Compression;
using System.Text;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Tests.Internal.Transfers;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Skills;

public sealed class SkillDownloadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_comes_back_as_it_was()
    {
        var forms = new ReceivedForms();
        _folder.Write("invoices/SKILL.md", "# Invoices");
        _folder.Write("invoices/scripts/sum.py", "print(1)");
        await using var server = await ReceivedForms.ServerAsync(forms.Then(Answers.Json("""{"id":"skill_1"}""")));
        using var client = Clients.To(server);
        await client.Skills.CreateAsync(SkillUpload.FromFolder(_folder["invoices"])).Guarded();
        server.Then(Answers.Body("application/zip", forms.One.Files[0].Content));

        await client.Skills.Versions.DownloadToFolderAsync("skill_1", "latest", _folder["back/again"]).Guarded();

        server.Requests[1].Target.ShouldBe("/v1/skills/skill_1/versions/latest/content");
        server.Requests[1].Header("accept").ShouldBe("application/binary");
        _folder.Names.ShouldBe(
            ["back", "back/again", "back/again/SKILL.md", "back/again/scripts", "back/again/scripts/sum.py", "invoices", "invoices/SKILL.md", "invoices/scripts", "invoices/scripts/sum.py"]);
        _folder.Read("back/again/scripts/sum.py").ShouldBe("print(1)");
    }

    [Fact]
    public async Task An_archive_without_a_top_folder_is_unpacked_as_it_is()
    {
        await DownloadAsync(Zip("SKILL.md", "scripts/", "scripts/sum.py"));

        _folder.Names.ShouldBe(["skill", "skill/SKILL.md", "skill/scripts", "skill/scripts/sum.py"]);
    }

    [Fact]
    public async Task An_archive_is_downloaded_as_it_is()
    {
        var zip = Zip("a/SKILL.md");
        await using var server = await StubServer.StartAsync(Answers.Body("application/zip", zip), Answers.Body("application/zip", zip));
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
    public async Task An_entry_that_leads_out_of_the_folder_is_refused(string name)
    {
        var error = await Should.ThrowAsync<ManagedAgentsResponseException>(DownloadAsync(Zip("a/SKILL.md", name)));

        error.Message.ShouldContain("does not stay in its folder");
        error.Message.ShouldNotContain("\n");
        _folder.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_entry_that_is_a_link_is_refused()
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
    public async Task What_is_no_archive_is_an_unusable_answer()
    {
        await Should.ThrowAsync<ManagedAgentsResponseException>(DownloadAsync(Encoding.UTF8.GetBytes("<html>")));

        _folder.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_with_something_in_it_is_left_alone()
    {
        _folder.Write("skill/mine.txt", "mine");

        await Should.ThrowAsync<IOException>(DownloadAsync(Zip("a/SKILL.md")));

        _folder.Names.ShouldBe(["skill", "skill/mine.txt"]);
    }

    [Fact]
    public async Task An_empty_folder_is_filled()
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
        await using var server = await StubServer.StartAsync(Answers.Body("application/zip", zip));
        using var client = Clients.To(server);
        await client.Skills.Versions.DownloadToFolderAsync("skill_1", "latest", _folder["skill"]).Guarded();
    }
}
