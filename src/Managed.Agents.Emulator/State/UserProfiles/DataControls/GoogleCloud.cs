namespace Managed.Agents.Emulator;

/// <summary>The emulated decisions of the service and Google Cloud about keys, buckets and projects. Guarded by the lock of the store.</summary>
internal sealed class GoogleCloud
{
    private readonly Dictionary<string, EmulatedExternalKey> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EmulatedGoogleProject> _projects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CheckFailure> _failingKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CheckFailure> _failingBuckets = new(StringComparer.Ordinal);

    public bool IsCmekApproved { get; set; } = true;

    public bool IsStorageApproved { get; set; } = true;

    public IReadOnlyList<string> Regions { get; set; } = ["us", "eu", "sg", "global"];

    public void Set(string externalKeyId, EmulatedExternalKey key) => _keys[externalKeyId] = key;

    public void Set(string projectNumber, EmulatedGoogleProject project) => _projects[projectNumber] = project;

    /// <summary>Returns the emulated state of a key. A key that the test did not configure exists if its id has the format of a key's id.</summary>
    public EmulatedExternalKey FindKey(string externalKeyId) =>
        _keys.TryGetValue(externalKeyId, out var key) ? key
        : externalKeyId.StartsWith("ekey_", StringComparison.Ordinal) ? EmulatedExternalKey.GoogleCloud
        : EmulatedExternalKey.Missing;

    public EmulatedGoogleProject FindProject(string projectNumber) => _projects.GetValueOrDefault(projectNumber, EmulatedGoogleProject.Verified);

    public CheckFailure? CheckKey(string externalKeyId) => _failingKeys.GetValueOrDefault(externalKeyId);

    public CheckFailure? CheckBucket(BucketReference bucket) => _failingBuckets.GetValueOrDefault(bucket.BucketName);

    public void FailKey(string externalKeyId, CheckFailure failure) => _failingKeys[externalKeyId] = failure;

    public bool RecoverKey(string externalKeyId) => _failingKeys.Remove(externalKeyId);

    public void FailBucket(string bucketName, CheckFailure failure) => _failingBuckets[bucketName] = failure;

    public bool RecoverBucket(string bucketName) => _failingBuckets.Remove(bucketName);
}
