using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;

namespace Managed.Agents.Emulator.Tests;

/// <summary>The forms that a client sends.</summary>
public static class Forms
{
    public static MultipartFormDataContent File(string content = "Hello", string? name = "hello.txt", string? type = null)
    {
        var part = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        if (type is not null)
        {
            part.Headers.ContentType = new MediaTypeHeaderValue(type);
        }

        return name is null ? new MultipartFormDataContent { { part, "file" } } : new MultipartFormDataContent { { part, "file", name } };
    }

    public static MultipartFormDataContent With(this MultipartFormDataContent form, string name, string value)
    {
        form.Add(new StringContent(value), name);
        return form;
    }

    public static string Manifest(string name = "report-writer", string description = "Writes reports.") =>
        $"""
        ---
        name: {name}
        description: {description}
        ---
        # How
        """;

    /// <summary>The files of a skill, each as a separate part.</summary>
    public static MultipartFormDataContent Skill(params (string Path, string Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (path, content) in files.Length > 0 ? files : [("writer/SKILL.md", Manifest()), ("writer/scripts/run.py", "print()")])
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "files[]", path);
        }

        return form;
    }

    /// <summary>The files of a skill as one archive.</summary>
    public static MultipartFormDataContent Zip(params (string Path, string Content)[] files)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return new MultipartFormDataContent { { new ByteArrayContent(buffer.ToArray()), "files[]", "skill.zip" } };
    }
}
