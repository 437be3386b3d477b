using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Data controls as the API returns them.</summary>
internal sealed class DataControlsView(GoogleCloud cloud, DateTimeOffset now)
{
    private static readonly Dictionary<string, string> Locations = new(StringComparer.Ordinal) { ["us"] = "US", ["eu"] = "EU", ["sg"] = "ASIA-SOUTHEAST1" };

    public JsonObject Show(UserProfileState profile)
    {
        var controls = profile.DataControls;
        return new JsonObject
        {
            ["type"] = "google_managed_data_controls",
            ["user_profile_id"] = profile.Id,
            ["bucket_label_value"] = controls.BucketLabelValue,
            ["cmek"] = Cmek(controls.Cmek),
            ["storage"] = Storage(controls.Storage),
            ["updated_at"] = Json.Time(controls.UpdatedAt),
        };
    }

    private static JsonObject Bucket(string region, RegionState<BucketReference> state)
    {
        // The service knows only the reference until it has confirmed the bucket.
        var isConfirmed = state.Phase is RegionPhase.Active;
        var shown = state.Configured.ToJson();
        shown["project_id"] = isConfirmed ? $"project-{state.Configured.ProjectNumber}" : null;
        shown["location"] = isConfirmed ? Locations.GetValueOrDefault(region, "US") : null;
        shown["kms_key_name"] = null;
        return shown;
    }

    private static JsonArray Checks(CheckFailure? failure) => failure is null ? [] : [failure.ToJson()];

    private IEnumerable<string> AllRegions<T>(RegionalControl<T> control)
        where T : class => cloud.Regions.Union(control.Regions.Keys, StringComparer.Ordinal);

    private IEnumerable<KeyValuePair<string, RegionState<T>>> Ordered<T>(RegionalControl<T> control)
        where T : class => AllRegions(control).Where(control.Regions.ContainsKey).Select(region => KeyValuePair.Create(region, control.Regions[region]));

    private JsonObject Cmek(RegionalControl<string> control)
    {
        var shown = Json.Typed(control.Regions.Count > 0 ? "enabled" : "disabled");
        if (control.Regions.Count > 0)
        {
            shown["external_key_ids"] = new JsonObject(Ordered(control).Select(static region => KeyValuePair.Create(region.Key, (JsonNode?)region.Value.Configured)));
            shown["status"] = Status(control, cloud.IsCmekApproved, "effective_external_key_id", static key => key, KeyStatus);
        }

        shown["retired_keys"] = new JsonArray([.. control.Retired(now).Select(static retired => new JsonObject
        {
            ["external_key_id"] = retired.Value, ["region"] = retired.Region, ["expires_at"] = Json.Time(retired.ExpiresAt),
        })]);
        return shown;
    }

    private JsonObject Storage(RegionalControl<BucketReference> control)
    {
        var shown = Json.Typed(control.Regions.Count > 0 ? "enabled" : "disabled");
        if (control.Regions.Count > 0)
        {
            shown["buckets"] = new JsonObject(Ordered(control).Select(static region => KeyValuePair.Create(region.Key, (JsonNode?)Bucket(region.Key, region.Value))));
            shown["status"] = Status(control, cloud.IsStorageApproved, "effective_bucket", static bucket => bucket.ToJson(), BucketStatus);
        }

        shown["retired_buckets"] = new JsonArray([.. control.Retired(now).Select(static retired =>
        {
            var bucket = retired.Value.ToJson();
            bucket["region"] = retired.Region;
            bucket["expires_at"] = Json.Time(retired.ExpiresAt);
            return bucket;
        })]);
        return shown;
    }

    private JsonObject Status<T>(
        RegionalControl<T> control, bool isApproved, string effectiveName, Func<T, JsonNode?> show, Action<JsonObject, RegionState<T>> addDetails)
        where T : class
    {
        var statuses = new JsonObject();
        foreach (var region in AllRegions(control))
        {
            var state = control.Regions.GetValueOrDefault(region);
            var status = Json.Typed(state is null ? "not_configured" : !isApproved ? "suspended" : state.Phase switch
            {
                RegionPhase.Pending => "pending",
                RegionPhase.Active => "active",
                _ => "failed",
            });
            // A suspended region does not apply the control.
            status[effectiveName] = isApproved && state?.Effective is { } effective ? show(effective) : null;
            if (isApproved && state is not null)
            {
                addDetails(status, state);
            }

            statuses[region] = status;
        }

        return statuses;
    }

    private static void KeyStatus(JsonObject status, RegionState<string> state)
    {
        status["error"] = state.Failure?.Message;
        if (state.Phase is RegionPhase.Active)
        {
            status["validated_at"] = Json.Time(state.Since);
            status["last_checked_at"] = Json.TimeOrNull(state.LastCheckedAt);
        }
    }

    private static void BucketStatus(JsonObject status, RegionState<BucketReference> state)
    {
        status["failed_checks"] = Checks(state.Failure);
        if (state.Phase is RegionPhase.Active)
        {
            status["validated_at"] = Json.Time(state.Since);
        }
    }
}
