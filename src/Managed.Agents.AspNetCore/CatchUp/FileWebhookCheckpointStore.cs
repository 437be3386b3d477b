using System.Globalization;

namespace Managed.Agents.AspNetCore;

/// <summary>Stores the checkpoint in a file, for one host with its own disk.</summary>
/// <param name="path">The path of the file. Its directory must exist.</param>
public sealed class FileWebhookCheckpointStore(string path) : IWebhookCheckpointStore
{
    /// <inheritdoc/>
    /// <exception cref="FormatException">The file does not contain a checkpoint. Delete it to start again.</exception>
    public async ValueTask<DateTimeOffset?> GetAsync(CancellationToken cancellationToken = default)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var text = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        return DateTimeOffset.TryParseExact(text.Trim(), "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var checkpoint)
            ? checkpoint
            : throw new FormatException($"The file '{path}' does not contain a valid webhook checkpoint: it must be a time in the round-trip format. Delete the file to start again.");
    }

    /// <inheritdoc/>
    public async ValueTask SetAsync(DateTimeOffset checkpoint, CancellationToken cancellationToken = default)
    {
        // Written to another file first, so that the old checkpoint survives a process that dies here.
        var temporary = path + ".new";
        await File.WriteAllTextAsync(temporary, checkpoint.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
        File.Move(temporary, path, overwrite: true);
    }
}
