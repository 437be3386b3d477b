namespace Managed.Agents.Emulator;

/// <summary>The Google data controls of a user profile. Guarded by the lock of the store.</summary>
internal sealed class DataControlsState(string bucketLabelValue, DateTimeOffset createdAt)
{
    public string BucketLabelValue => bucketLabelValue;

    public RegionalControl<string> Cmek { get; set; } = new();

    public RegionalControl<BucketReference> Storage { get; set; } = new();

    public DateTimeOffset UpdatedAt { get; private set; } = createdAt;

    public void Changed(DateTimeOffset at) => UpdatedAt = at > UpdatedAt ? at : UpdatedAt;

    /// <summary>Completes the validations that are due.</summary>
    public void Settle(GoogleCloud cloud, DateTimeOffset now)
    {
        foreach (var at in new[] { Cmek.Settle(now, cloud.CheckKey), Storage.Settle(now, cloud.CheckBucket) })
        {
            if (at is { } time)
            {
                Changed(time);
            }
        }
    }

    /// <summary>Records the result of a check of a key.</summary>
    /// <returns>Whether a region uses the key.</returns>
    public bool CheckKey(string externalKeyId, CheckFailure? failure, DateTimeOffset now) =>
        Note(Cmek.Check(key => key == externalKeyId, failure, now), now);

    /// <summary>Records the result of a check of a bucket.</summary>
    /// <returns>Whether a region uses the bucket.</returns>
    public bool CheckBucket(string bucketName, CheckFailure? failure, DateTimeOffset now) =>
        Note(Storage.Check(bucket => bucket.BucketName == bucketName, failure, now), now);

    public bool UsesBucket(string bucketName) =>
        Storage.Regions.Values.Any(state => state.Configured.BucketName == bucketName || state.Effective?.BucketName == bucketName);

    // A repeated check with the same result does not count as a change.
    private bool Note((bool IsUsed, bool IsChanged) result, DateTimeOffset now)
    {
        if (result.IsChanged)
        {
            Changed(now);
        }

        return result.IsUsed;
    }
}
