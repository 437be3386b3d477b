using System.Buffers;
using System.Globalization;

namespace Managed.Agents.Emulator;

/// <summary>Stores file content in a temporary folder, which is deleted when the emulator is disposed.</summary>
internal sealed class BlobStore : IDisposable
{
    private readonly Lazy<DirectoryInfo> _folder = new(static () => Directory.CreateTempSubdirectory("managed-agents-emulator-"));
    private int _count;

    /// <summary>The folder, or null before anything was stored.</summary>
    public string? Folder => _folder.IsValueCreated ? _folder.Value.FullName : null;

    public async Task<Blob> WriteAsync(Stream content, ByteBudget budget, CancellationToken cancellationToken)
    {
        var path = NewPath();
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
            await using (file.ConfigureAwait(false))
            {
                int read;
                while ((read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    budget.Spend(read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                }

                return new Blob(path, file.Length);
            }
        }
        catch
        {
            File.Delete(path);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public Blob Write(ReadOnlySpan<byte> content)
    {
        var path = NewPath();
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(content);
        return new Blob(path, content.Length);
    }

    public void Dispose()
    {
        if (_folder.IsValueCreated && Directory.Exists(_folder.Value.FullName))
        {
            _folder.Value.Delete(recursive: true);
        }
    }

    private string NewPath() => Path.Combine(_folder.Value.FullName, Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture));
}
