using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Checks an update of data controls and applies it to copies, so that a rejected update changes nothing.</summary>
internal sealed class DataControlsRules(GoogleCloud cloud, DateTimeOffset now)
{
    public void Apply(UserProfileState profile, JsonObject body, IEnumerable<UserProfileState> profiles)
    {
        if (!body.Has("cmek") && !body.Has("storage"))
        {
            throw ApiError.InvalidRequest("body: at least one of cmek and storage is required.");
        }

        var controls = profile.DataControls;
        var cmek = controls.Cmek.Copy();
        var storage = controls.Storage.Copy();
        var isChanged = body["cmek"] is JsonObject keys && Apply(cmek, keys, "cmek", "external_key_ids", Key);
        isChanged |= body["storage"] is JsonObject buckets && Apply(storage, buckets, "storage", "buckets", Bucket);
        CheckBuckets(profile, storage, profiles);
        controls.Cmek = cmek;
        controls.Storage = storage;
        if (isChanged)
        {
            controls.Changed(now);
        }
    }

    private static ApiError Conflict(string message, string code) => new(409, "conflict_error", message) { Code = code, ShouldRetry = false };

    private bool Apply<T>(RegionalControl<T> control, JsonObject sent, string name, string field, Func<JsonNode, string, T> read)
        where T : class
    {
        var isChanged = false;
        if (sent.Text("type") == "disabled")
        {
            foreach (var region in control.Regions.Keys.ToList())
            {
                isChanged |= control.Remove(region, now);
            }

            return isChanged;
        }

        if (!(name == "cmek" ? cloud.IsCmekApproved : cloud.IsStorageApproved))
        {
            throw ApiError.InvalidRequest($"{name}: the organization is not approved for it.", $"{name}_not_approved");
        }

        foreach (var (region, value) in sent[field] as JsonObject ?? [])
        {
            var path = $"{name}.{field}.{region}";
            if (!cloud.Regions.Contains(region, StringComparer.Ordinal))
            {
                throw ApiError.InvalidRequest($"{path}: the region is not supported; one of {string.Join(", ", cloud.Regions)}.", "region_not_supported");
            }

            isChanged |= value is null ? control.Remove(region, now) : control.Set(region, read(value, path), now);
        }

        return control.Regions.Count > 0 ? isChanged : throw ApiError.InvalidRequest($"{name}.{field}: at least one region must remain set; send type disabled to remove all.");
    }

    private string Key(JsonNode sent, string path)
    {
        var id = sent.GetValue<string>();
        return cloud.FindKey(id) switch
        {
            EmulatedExternalKey.GoogleCloud => id,
            EmulatedExternalKey.OtherProvider => throw ApiError.InvalidRequest($"{path}: the key {id} is not a Google Cloud KMS key.", "external_key_provider_mismatch"),
            _ => throw ApiError.InvalidRequest($"{path}: the external key {id} does not exist.", "external_key_not_found"),
        };
    }

    private BucketReference Bucket(JsonNode sent, string path)
    {
        var bucket = BucketReference.Read(sent);
        if (bucket.BucketName.Length == 0)
        {
            throw ApiError.InvalidRequest($"{path}.bucket_name: must not be empty.");
        }

        if (bucket.ProjectNumber.Length == 0 || !bucket.ProjectNumber.All(char.IsAsciiDigit))
        {
            throw ApiError.InvalidRequest($"{path}.project_number: must consist of decimal digits.");
        }

        return cloud.FindProject(bucket.ProjectNumber) switch
        {
            EmulatedGoogleProject.Verified => bucket,
            EmulatedGoogleProject.NotVerified => throw ApiError.InvalidRequest($"{path}: the project {bucket.ProjectNumber} is not verified.", "gcp_project_not_verified"),
            _ => throw Conflict($"{path}: another organization controls the project {bucket.ProjectNumber}.", "gcp_project_controlled_by_another_organization"),
        };
    }

    private static void CheckBuckets(UserProfileState profile, RegionalControl<BucketReference> storage, IEnumerable<UserProfileState> profiles)
    {
        foreach (var bucket in storage.Regions.Values.GroupBy(static state => state.Configured.BucketName, StringComparer.Ordinal))
        {
            if (bucket.Count() > 1)
            {
                throw ApiError.InvalidRequest($"storage.buckets: the bucket {bucket.Key} cannot serve more than one region.");
            }

            if (profiles.Any(other => other != profile && other.DataControls.UsesBucket(bucket.Key)))
            {
                throw Conflict($"storage.buckets: another user profile uses the bucket {bucket.Key}.", "storage_in_use");
            }
        }
    }
}
