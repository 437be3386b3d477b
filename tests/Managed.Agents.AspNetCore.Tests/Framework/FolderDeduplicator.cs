using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Managed.Agents.AspNetCore.Tests.Framework;

/// <summary>A store with an atomic claim that processes can share: a folder with a file per key, which only one of all has open at a time.</summary>
internal sealed class FolderDeduplicator(string folder, TimeProvider time) : IWebhookDeduplicator
{
    private const string Done = "done";
    private const string Busy = "busy";

    public ValueTask<WebhookClaim> ClaimAsync(string key, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        using var file = Open(key);
        switch (Read(file))
        {
            case Done:
                return new(WebhookClaim.Completed);
            case Busy:
                return new(WebhookClaim.Busy);
            default:
                Write(file, Busy, lease);
                return new(WebhookClaim.Claimed);
        }
    }

    public ValueTask CompleteAsync(string key, TimeSpan rememberFor, CancellationToken cancellationToken = default)
    {
        using var file = Open(key);
        Write(file, Done, rememberFor);
        return default;
    }

    public ValueTask ReleaseAsync(string key, CancellationToken cancellationToken = default)
    {
        using var file = Open(key);
        file.SetLength(0);
        return default;
    }

    public ValueTask<bool> IsCompletedAsync(string key, CancellationToken cancellationToken = default)
    {
        using var file = Open(key);
        return new(Read(file) == Done);
    }

    private FileStream Open(string key)
    {
        var path = Path.Combine(folder, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Directory.Exists(folder))
            {
                // Another has it open, for the time of a few bytes.
                Thread.Yield();
            }
        }
    }

    private string? Read(FileStream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return Encoding.ASCII.GetString(bytes).Split(' ') is [var state, var end] && long.Parse(end, CultureInfo.InvariantCulture) > time.GetUtcNow().UtcTicks ? state : null;
    }

    private void Write(FileStream file, string state, TimeSpan span)
    {
        file.SetLength(0);
        file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{state} {(time.GetUtcNow() + span).UtcTicks}")));
    }
}
