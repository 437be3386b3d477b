using System.Globalization;

namespace Managed.Agents.AspNetCore;

/// <summary>Keeps the checkpoint in a file: for one host with a disk of its own.</summary>
/// <param name="path">The file. Its folder must exist.</param>
public sealed class FileWebhookCheckpointStore(string path) : IWebhookCheckpointStore
{
    /// <inheritdoc/>
    /// <exception cref="FormatException">The file holds something else than a checkpoint. Delete it to begin anew.</exception>
    public async ValueTask<DateTimeOffset?> GetAsync(CancellationToken cancellationToken = default)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var text = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        return DateTimeOffset.TryParseExact(text.Trim(), "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var checkpoint)
            ? checkpoint
            : throw new FormatException($"The checkpoint of webhooks in '{path}' is no time. Delete the file to begin anew.");
    }

    /// <inheritdoc/>
    public async ValueTask SetAsync(DateTimeOffset checkpoint, CancellationToken cancellationToken = default)
    {
        // Written beside it first, so that a process that dies here leaves the old one.
        var fresh = path + ".new";
        await File.WriteAllTextAsync(fresh, checkpoint.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
        File.Move(fresh, path, overwrite: true);
    }
}
