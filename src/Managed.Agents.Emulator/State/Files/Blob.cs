namespace Managed.Agents.Emulator;

/// <summary>Content on disk, shared by copies. It is deleted when the last copy is released.</summary>
internal sealed class Blob(string path, long length)
{
    private int _uses = 1;

    public long Length => length;

    public Stream Open() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 64 * 1024, FileOptions.Asynchronous);

    public Blob Share()
    {
        Interlocked.Increment(ref _uses);
        return this;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref _uses) == 0)
        {
            File.Delete(path);
        }
    }
}
