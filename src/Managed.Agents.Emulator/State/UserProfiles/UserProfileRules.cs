using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Checks the fields that a request may set in the form it uses, and applies them.</summary>
internal static class UserProfileRules
{
    public static void Apply(UserProfileState profile, ApiCall call, DateTimeOffset now)
    {
        CheckForm(call);

        // Everything is computed before anything changes, so that a rejected update changes nothing.
        var body = call.Body;
        var metadata = Metadata.Merge(profile.Metadata, body["metadata"], emptyDeletes: true);
        var details = ExternalUserDetails.Merge(profile.Details, body["external_user_details"] as JsonObject, now);
        var onboarded = body.Text("external_user_onboarded_at") is { } sent
            ? ExternalUserDetails.OnboardedAt(sent, "external_user_onboarded_at", now)
            : profile.ExternalOnboardedAt;

        profile.Metadata = metadata;
        profile.Details = details;
        profile.ExternalOnboardedAt = onboarded;
        profile.Name = body.Has("name") ? body.Text("name") : profile.Name;
        profile.ExternalId = body.Has("external_id") ? body.Text("external_id") : profile.ExternalId;
        profile.AccessType = body.Text("access_type") ?? profile.AccessType;
    }

    private static void CheckForm(ApiCall call)
    {
        var form = UserProfileBetas.Of(call);
        if (form is UserProfileBetas.March or UserProfileBetas.August)
        {
            Reject(call, "external_user_details", $"not supported with the header anthropic-beta: {form}.");
        }
        else
        {
            Reject(call, "external_id", $"requires the header anthropic-beta: {UserProfileBetas.March} or {UserProfileBetas.August}.");
        }

        if (form != UserProfileBetas.August)
        {
            Reject(call, "external_user_onboarded_at", $"requires the header anthropic-beta: {UserProfileBetas.August}.");
        }
    }

    private static void Reject(ApiCall call, string field, string reason)
    {
        if (call.Body.Has(field))
        {
            throw ApiError.InvalidRequest($"{field}: {reason}");
        }
    }
}
