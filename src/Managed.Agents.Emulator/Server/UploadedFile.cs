namespace Managed.Agents.Emulator;

/// <summary>A file of a form. Deleted after the request unless it was taken.</summary>
internal sealed class UploadedFile(string? name, string? contentType, Blob blob) : IDisposable
{
    private Blob? _blob = blob;

    public string? Name => name;

    public string? ContentType => contentType;

    public long Length => _blob!.Length;

    public Stream Open() => _blob!.Open();

    public Blob Take()
    {
        var taken = _blob!;
        _blob = null;
        return taken;
    }

    public void Dispose() => _blob?.Release();
}
