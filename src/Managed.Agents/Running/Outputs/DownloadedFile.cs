namespace Managed.Agents;

/// <summary>A downloaded file.</summary>
/// <param name="File">The metadata of the file.</param>
/// <param name="Path">The path on disk.</param>
public sealed record DownloadedFile(FileMetadata File, string Path);
