namespace Managed.Agents;

/// <summary>Maps file name extensions to media types, for the files that are commonly uploaded.</summary>
internal static class MediaTypes
{
    public const string Zip = "application/zip";

    private const string Unknown = "application/octet-stream";

    public static string Of(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".CSV" => "text/csv",
        ".DOCX" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".GIF" => "image/gif",
        ".HTM" or ".HTML" => "text/html",
        ".JPG" or ".JPEG" => "image/jpeg",
        ".JSON" => "application/json",
        ".MD" => "text/markdown",
        ".PDF" => "application/pdf",
        ".PNG" => "image/png",
        ".PPTX" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ".TXT" or ".LOG" => "text/plain",
        ".WEBP" => "image/webp",
        ".XLSX" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".XML" => "application/xml",
        ".YAML" or ".YML" => "application/yaml",
        ".ZIP" => Zip,
        _ => Unknown,
    };
}
