using System.Net;
using System.Text;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Transfers;

public sealed class TransferLifecycleTests : EmulatorTest, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_is_uploaded_listed_and_deleted()
    {
        var path = _folder.Write("plan über.md", "# Plan");

        var file = await Client.Files.UploadAsync(FileUpload.FromPath(path) with { ExpiresIn = TimeSpan.FromHours(2) });

        (file.FileName, file.MimeType, file.SizeBytes, file.Downloadable).ShouldBe(("plan über.md", "text/markdown", 6, false));
        file.ExpiresAt.ShouldBe(Clock.GetUtcNow().AddHours(2));
        (await AllAsync(Client.Files.ListAsync(new() { Ids = [file.Id, "file_none"] }))).ShouldBe([file]);
        (await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Client.Files.DownloadAsync(file.Id, Stream.Null))).ErrorCode.ShouldBe("file_not_downloadable");
        (await Client.Files.DeleteAsync(file.Id)).Id.ShouldBe(file.Id);
    }

    [Fact]
    public async Task A_skill_is_uploaded_from_a_folder_and_downloaded()
    {
        _folder.Write("invoices/SKILL.md", "---\nname: invoices\ndescription: Sums up invoices.\n---\nRead them.");
        _folder.Write("invoices/scripts/sum.py", "print(1)");

        var skill = await Client.Skills.CreateAsync(SkillUpload.FromFolder(_folder["invoices"]) with { DisplayName = "Invoices" });
        (skill.DisplayName, skill.Source.Type).ShouldBe(("Invoices", SkillSourceType.Custom));
        _folder.Write("invoices/scripts/sum.py", "print(2)");
        var version = await Client.Skills.Versions.CreateAsync(skill.Id, SkillUpload.FromFolder(_folder["invoices"]));
        (version.Name, version.Description, version.SkillId).ShouldBe(("invoices", "Sums up invoices.", skill.Id));
        (await AllAsync(Client.Skills.Versions.ListAsync(skill.Id))).Count.ShouldBe(2);
        (await Client.Skills.GetAsync(skill.Id)).LatestVersionId.ShouldBe(version.Id);

        await Client.Skills.Versions.DownloadToFolderAsync(skill.Id, version.Id, _folder["back"]);
        _folder.Read("back/scripts/sum.py").ShouldBe("print(2)");
        File.Exists(_folder["back/SKILL.md"]).ShouldBeTrue();

        (await AllAsync(Client.Skills.ListAsync(new() { Source = SkillSourceType.Custom }))).ShouldHaveSingleItem().Id.ShouldBe(skill.Id);
    }

    [Fact]
    public async Task A_skill_is_uploaded_as_single_files()
    {
        var skill = await Client.Skills.CreateAsync(SkillUpload.FromFiles(
            FileUpload.FromBytes(Encoding.UTF8.GetBytes("---\nname: a-skill\ndescription: Does it.\n---\n"), "a-skill/SKILL.md"),
            FileUpload.FromBytes(Encoding.UTF8.GetBytes("x"), "a-skill/data/x.txt")));

        await Client.Skills.Versions.DownloadToFolderAsync(skill.Id, skill.LatestVersionId, _folder["back"]);

        _folder.Read("back/data/x.txt").ShouldBe("x");
    }

    [Fact]
    public async Task Outputs_of_a_session_are_downloaded_but_not_its_inputs()
    {
        var input = await Client.Files.UploadAsync(FileUpload.FromBytes("1,2"u8.ToArray(), "input.csv"));
        var agent = await CreateAgentAsync();
        var environment = await Client.Environments.CreateAsync(new() { Name = "python" });
        var session = await Client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id, Resources = [new FileResource(input.Id)] });
        Emulator.AddSessionOutput(session.Id, "/mnt/session/outputs/report.md", "# Report"u8);
        Emulator.AddSessionOutput(session.Id, "charts/report.md", "# Another"u8);
        Clock.Advance(TimeSpan.FromMinutes(1));

        var files = await Client.Sessions.Outputs.DownloadToFolderAsync(session.Id, _folder["out"], new() { ExpectedCount = 2 });

        files.Count.ShouldBe(2);
        _folder.Names.ShouldBe(["out", "out/report (2).md", "out/report.md"]);
        new[] { _folder.Read("out/report.md"), _folder.Read("out/report (2).md") }.ShouldBe(["# Report", "# Another"], ignoreOrder: true);
    }
}
