namespace Managed.Agents;

/// <summary>A file that was downloaded.</summary>
/// <param name="File">What the service knows about it.</param>
/// <param name="Path">Where it is on disk.</param>
public sealed record DownloadedFile(FileMetadata File, string Path);
