using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Managed.Agents.AspNetCore.Tests.Framework;

/// <summary>A store with an atomic claim that several processes can share: a directory with one file per key, which only one caller can open at a time.</summary>
internal sealed class FileWebhookDeduplicator(string directory, TimeProvider time) : IWebhookDeduplicator
{
    private const string Completed = "completed";
    private const string Busy = "busy";

    public ValueTask<WebhookClaim> ClaimAsync(string key, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        using var file = Open(key);
        switch (Read(file))
        {
            case Completed:
                return new(WebhookClaim.Completed);
            case Busy:
                return new(WebhookClaim.Busy);
            default:
                Write(file, Busy, lease);
                return new(WebhookClaim.Claimed);
        }
    }

    public ValueTask CompleteAsync(string key, TimeSpan retention, CancellationToken cancellationToken = default)
    {
        using var file = Open(key);
        Write(file, Completed, retention);
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
        return new(Read(file) == Completed);
    }

    private FileStream Open(string key)
    {
        var path = Path.Combine(directory, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Directory.Exists(directory))
            {
                // Another caller has the file open. It writes only a few bytes.
                Thread.Yield();
            }
        }
    }

    private string? Read(FileStream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return Encoding.ASCII.GetString(bytes).Split(' ') is [var state, var expiration] && long.Parse(expiration, CultureInfo.InvariantCulture) > time.GetUtcNow().UtcTicks ? state : null;
    }

    private void Write(FileStream file, string state, TimeSpan lifetime)
    {
        file.SetLength(0);
        file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{state} {(time.GetUtcNow() + lifetime).UtcTicks}")));
    }
}
