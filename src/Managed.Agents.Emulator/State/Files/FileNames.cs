using Microsoft.AspNetCore.StaticFiles;

namespace Managed.Agents.Emulator;

/// <summary>Completes the name and the media type of uploaded files.</summary>
internal static class FileNames
{
    private const string Binary = "application/octet-stream";

    private static readonly FileExtensionContentTypeProvider Known = new();

    private static readonly Dictionary<string, string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        [Binary] = ".bin",
        ["application/json"] = ".json",
        ["application/pdf"] = ".pdf",
        ["application/zip"] = ".zip",
        ["image/gif"] = ".gif",
        ["image/jpeg"] = ".jpg",
        ["image/png"] = ".png",
        ["image/webp"] = ".webp",
        ["text/csv"] = ".csv",
        ["text/html"] = ".html",
        ["text/markdown"] = ".md",
        ["text/plain"] = ".txt",
    };

    public static string Type(string? sent, string? name)
    {
        var type = sent?.Split(';')[0].Trim();
        if (!string.IsNullOrEmpty(type))
        {
            return type;
        }

        return name is not null && Known.TryGetContentType(name, out var known) ? known : Binary;
    }

    public static string Name(string? sent, string type)
    {
        var last = sent?.Split('/', '\\')[^1];
        return string.IsNullOrEmpty(last) ? "unnamed" + Extensions.GetValueOrDefault(type, "") : last;
    }
}
