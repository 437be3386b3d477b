using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Skills;

/// <summary>The files of a skill, passed as single files, as an array or as a list.</summary>
public sealed class SkillUploadFilesTests
{
    [Fact]
    public async Task All_files_are_sent_in_order()
    {
        FileUpload[] array = [File("invoices/SKILL.md"), File("invoices/rules.txt")];
        List<FileUpload> list = [.. array];
        await using var server = await KestrelServer.StartAsync();
        server.DefaultResponse = Responses.Json("""{"id":"skill_1"}""");
        using var client = Clients.To(server);

        await client.Skills.CreateAsync(SkillUpload.FromFiles(array[0], array[1])).Guarded();
        await client.Skills.CreateAsync(SkillUpload.FromFiles(array)).Guarded();
        await client.Skills.CreateAsync(SkillUpload.FromFiles(list)).Guarded();

        server.Requests.Count.ShouldBe(3);
        foreach (var request in server.Requests)
        {
            var first = request.Body.IndexOf("invoices/SKILL.md", StringComparison.Ordinal);
            var second = request.Body.IndexOf("invoices/rules.txt", StringComparison.Ordinal);
            first.ShouldBeGreaterThan(0);
            second.ShouldBeGreaterThan(first);
        }
    }

    [Fact]
    public async Task A_list_that_changes_later_does_not_change_the_upload()
    {
        List<FileUpload> list = [File("invoices/SKILL.md")];
        var upload = SkillUpload.FromFiles(list);
        list.Clear();
        await using var server = await KestrelServer.StartAsync(Responses.Json("""{"id":"skill_1"}"""));
        using var client = Clients.To(server);

        await client.Skills.CreateAsync(upload).Guarded();

        server.Request.Body.ShouldContain("invoices/SKILL.md");
    }

    [Fact]
    public void An_empty_list_and_a_file_with_an_expiration_are_refused()
    {
        Func<SkillUpload>[] empty = [static () => SkillUpload.FromFiles(), static () => SkillUpload.FromFiles(new List<FileUpload>())];
        foreach (var create in empty)
        {
            Should.Throw<ArgumentException>(create).Message.ShouldStartWith("A skill must have at least one file, SKILL.md.");
        }

        var expiring = File("invoices/SKILL.md") with { ExpiresIn = TimeSpan.FromHours(1) };
        Should.Throw<ArgumentException>(() => SkillUpload.FromFiles(expiring)).Message.ShouldContain("ExpiresIn");
        Should.Throw<ArgumentException>(() => SkillUpload.FromFiles(new List<FileUpload> { expiring })).Message.ShouldContain("ExpiresIn");
        Should.Throw<ArgumentNullException>(static () => SkillUpload.FromFiles((List<FileUpload>)null!)).ParamName.ShouldBe("files");
    }

    private static FileUpload File(string name) => FileUpload.FromBytes("text"u8.ToArray(), name);
}
