namespace Managed.Agents.Emulator;

/// <summary>The storage of a form's files and the limit of their total size.</summary>
internal sealed class FormRules(BlobStore blobs, long maxFileSize)
{
    public BlobStore Blobs => blobs;

    public long MaxBytes(ContractOperation operation) => operation.Area == "files" ? maxFileSize : RequestBody.MaxBytes;
}
