namespace Managed.Agents.Emulator;

/// <summary>Controls how the service and Google Cloud respond to the data controls of user profiles.</summary>
/// <remarks>
/// By default every key (<c>ekey_…</c>) and every bucket works: a region is pending for two seconds on the emulator's clock, then active. A
/// key or bucket that is replaced or removed is retired and expires after 30 days.
/// </remarks>
public sealed class EmulatedGoogleDataControls
{
    private readonly DataControlsOperations _operations;
    private readonly EmulatedWebhooks _webhooks;
    private readonly Dictionary<string, string> _storageIds = new(StringComparer.Ordinal);

    internal EmulatedGoogleDataControls(DataControlsOperations operations, EmulatedWebhooks webhooks)
    {
        _operations = operations;
        _webhooks = webhooks;
    }

    /// <summary>Whether the organization is approved for customer-managed encryption keys.</summary>
    /// <value>Default: true. While false, regions with a key are suspended, and keys cannot be set (<c>cmek_not_approved</c>).</value>
    public bool IsCmekApproved
    {
        get => _operations.Read(static cloud => cloud.IsCmekApproved);
        set => _operations.Change(cloud => cloud.IsCmekApproved = value);
    }

    /// <summary>Whether the organization is approved for customer-owned storage.</summary>
    /// <value>Default: true. While false, regions with a bucket are suspended, and buckets cannot be set (<c>storage_not_approved</c>).</value>
    public bool IsStorageApproved
    {
        get => _operations.Read(static cloud => cloud.IsStorageApproved);
        set => _operations.Change(cloud => cloud.IsStorageApproved = value);
    }

    /// <summary>The regions that are offered. Others are rejected with <c>region_not_supported</c>.</summary>
    /// <value>Default: <c>us</c>, <c>eu</c>, <c>sg</c> and <c>global</c>.</value>
    public IReadOnlyList<string> Regions
    {
        get => _operations.Read(static cloud => cloud.Regions);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _operations.Change(cloud => cloud.Regions = [.. value]);
        }
    }

    /// <summary>Sets where an external key is stored. Regions that already have the key keep it.</summary>
    /// <param name="externalKeyId">The id of the key.</param>
    /// <param name="key">Where the key is stored.</param>
    public void SetKey(string externalKeyId, EmulatedExternalKey key)
    {
        ArgumentException.ThrowIfNullOrEmpty(externalKeyId);
        _operations.Change(cloud => cloud.Set(externalKeyId, key));
    }

    /// <summary>Sets the status of a Google Cloud project. Regions that already have a bucket of this project keep the bucket.</summary>
    /// <param name="projectNumber">The number of the project.</param>
    /// <param name="project">Its status.</param>
    public void SetProject(string projectNumber, EmulatedGoogleProject project)
    {
        ArgumentException.ThrowIfNullOrEmpty(projectNumber);
        _operations.Change(cloud => cloud.Set(projectNumber, project));
    }

    /// <summary>Makes Cloud KMS refuse a key: its validations fail, and regions that use it report the error.</summary>
    /// <remarks>Sends the webhook <c>external_key.failed</c> when a region uses the key.</remarks>
    /// <param name="externalKeyId">The id of the key.</param>
    /// <param name="error">The error that the API reports.</param>
    public void FailKey(string externalKeyId, string error = "Cloud KMS refused the key.")
    {
        ArgumentException.ThrowIfNullOrEmpty(externalKeyId);
        ArgumentException.ThrowIfNullOrEmpty(error);
        var failure = new CheckFailure(error);
        var isUsed = _operations.Change((cloud, controls, now) =>
        {
            cloud.FailKey(externalKeyId, failure);
            return controls.Aggregate(false, (any, control) => control.CheckKey(externalKeyId, failure, now) || any);
        });
        Send(isUsed, "external_key.failed", externalKeyId);
    }

    /// <summary>
    /// Makes a key work again after <see cref="FailKey"/>. A region whose validation failed stays failed until the key is sent again.
    /// </summary>
    /// <remarks>Sends the webhook <c>external_key.recovered</c> when a region uses the key.</remarks>
    /// <param name="externalKeyId">The id of the key.</param>
    public void RecoverKey(string externalKeyId)
    {
        ArgumentException.ThrowIfNullOrEmpty(externalKeyId);
        // Not Any(), which stops at the first match, because every profile must record the result.
        var isUsed = _operations.Change((cloud, controls, now) => cloud.RecoverKey(externalKeyId) && controls.Aggregate(false, (any, control) => control.CheckKey(externalKeyId, null, now) || any));
        Send(isUsed, "external_key.recovered", externalKeyId);
    }

    /// <summary>Makes a bucket fail its checks: it cannot be verified, and regions that use it report the failed check.</summary>
    /// <remarks>Sends the webhook <c>external_storage.failed</c> when a region uses the bucket.</remarks>
    /// <param name="bucketName">The name of the bucket.</param>
    /// <param name="check">The check that fails, for example <c>grant_mismatch</c>.</param>
    /// <param name="message">The message that the API reports.</param>
    /// <param name="role">The role of the service account that was checked, for example <c>ingest</c>; null for none.</param>
    /// <returns>The id of the storage (<c>estrg_…</c>), as in the webhook.</returns>
    public string FailBucket(string bucketName, string check = "probe_failed", string message = "The bucket failed the check.", string? role = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucketName);
        ArgumentException.ThrowIfNullOrEmpty(check);
        ArgumentException.ThrowIfNullOrEmpty(message);
        var failure = new CheckFailure(message, check, role);
        var (id, isUsed) = _operations.Change((cloud, controls, now) =>
        {
            cloud.FailBucket(bucketName, failure);
            return (StorageId(bucketName), controls.Aggregate(false, (any, control) => control.CheckBucket(bucketName, failure, now) || any));
        });
        Send(isUsed, "external_storage.failed", id);
        return id;
    }

    /// <summary>
    /// Makes a bucket pass its checks again after <see cref="FailBucket"/>. A region whose verification failed stays failed until the
    /// bucket is sent again.
    /// </summary>
    /// <remarks>Sends the webhook <c>external_storage.recovered</c> when a region uses the bucket.</remarks>
    /// <param name="bucketName">The name of the bucket.</param>
    public void RecoverBucket(string bucketName)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucketName);
        var (id, isUsed) = _operations.Change((cloud, controls, now) =>
            (StorageId(bucketName), cloud.RecoverBucket(bucketName) && controls.Aggregate(false, (any, control) => control.CheckBucket(bucketName, null, now) || any)));
        Send(isUsed, "external_storage.recovered", id);
    }

    private string StorageId(string bucketName)
    {
        if (!_storageIds.TryGetValue(bucketName, out var id))
        {
            _storageIds[bucketName] = id = _operations.NewStorageId();
        }

        return id;
    }

    private void Send(bool isUsed, string type, string id)
    {
        if (isUsed)
        {
            _webhooks.Send(type, id);
        }
    }
}
