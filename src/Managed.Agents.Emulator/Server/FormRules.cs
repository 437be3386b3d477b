namespace Managed.Agents.Emulator;

/// <summary>Where the files of a form are stored, and how large they may be in total.</summary>
internal sealed class FormRules(BlobStore blobs, long maxFileSize)
{
    public BlobStore Blobs => blobs;

    public long MaxBytes(ContractOperation operation) => operation.Area == "files" ? maxFileSize : RequestBody.MaxBytes;
}
