using System.Text;

namespace Managed.Agents.Emulator.Tests;

/// <summary>File and skill transfers between the client and the emulator.</summary>
public sealed class ClientTransferTests
{
    [Fact]
    public async Task A_client_uploads_a_file_and_downloads_a_session_output()
    {
        await using var emulator = await AgentsEmulator.StartAsync();
        using var client = emulator.CreateClient();
        var upload = await client.Files.UploadAsync(FileUpload.FromBytes("data"u8.ToArray(), "Übersicht.csv") with { ExpiresIn = TimeSpan.FromHours(1) });
        var agent = await client.Agents.CreateAsync(new() { Name = "tester", Model = "claude-sonnet-5-5", Tools = [new AgentToolset()] });
        var environment = await client.Environments.CreateAsync(new() { Name = "tests" });
        var session = await client.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id, Resources = [new FileResource { FileId = upload.Id }] });

        emulator.AddSessionOutput(session.Id, "report.md", "# Report"u8);

        upload.FileName.ShouldBe("Übersicht.csv");
        upload.ExpiresAt.ShouldNotBeNull();
        var output = (await client.Sessions.Outputs.WaitAsync(session.Id, new() { ExpectedCount = 1 })).ShouldHaveSingleItem();
        output.FileName.ShouldBe("report.md");
        using var content = new MemoryStream();
        await client.Files.DownloadAsync(output.Id, content);
        Encoding.UTF8.GetString(content.ToArray()).ShouldBe("# Report");
        var refused = await Should.ThrowAsync<ManagedAgentsApiException>(() => client.Files.DownloadAsync(upload.Id, Stream.Null));
        refused.ErrorCode.ShouldBe("file_not_downloadable");
    }

    [Fact]
    public async Task A_client_uploads_and_downloads_a_skill_as_a_folder()
    {
        await using var emulator = await AgentsEmulator.StartAsync();
        using var client = emulator.CreateClient();
        var work = Directory.CreateTempSubdirectory();
        try
        {
            var folder = work.CreateSubdirectory("writer");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "SKILL.md"), Forms.Manifest());
            await File.WriteAllTextAsync(Path.Combine(folder.CreateSubdirectory("scripts").FullName, "run.py"), "print()");

            var skill = await client.Skills.CreateAsync(SkillUpload.FromFolder(folder.FullName));
            var version = await client.Skills.Versions.CreateAsync(skill.Id, SkillUpload.FromFolder(folder.FullName));
            var back = Path.Combine(work.FullName, "back");
            await client.Skills.Versions.DownloadToFolderAsync(skill.Id, "latest", back);

            version.Name.ShouldBe("report-writer");
            (await File.ReadAllTextAsync(Path.Combine(back, "SKILL.md"))).ShouldBe(Forms.Manifest());
            (await File.ReadAllTextAsync(Path.Combine(back, "scripts", "run.py"))).ShouldBe("print()");
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }
}
