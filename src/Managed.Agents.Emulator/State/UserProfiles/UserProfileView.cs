using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>A user profile in the form that a request uses.</summary>
internal static class UserProfileView
{
    public static JsonObject Show(UserProfileState profile, ApiCall call, DateTimeOffset now)
    {
        var shown = new JsonObject
        {
            ["id"] = profile.Id,
            ["type"] = "user_profile",
            ["name"] = profile.Name,
            ["metadata"] = profile.Metadata.Copy(),
            ["created_at"] = Json.Time(profile.CreatedAt),
            ["updated_at"] = Json.Time(profile.UpdatedAt),
        };
        var form = UserProfileBetas.Of(call);
        if (form is null)
        {
            shown["enforcement_status"] = profile.EnforcementStatus(now);
            shown["enforcement_actions"] = new JsonArray([.. profile.Actions.Where(action => action.IsInEffect(now)).Select(static action => action.ToJson())]);
            // In the emulator, end users do not take part in any program.
            shown["programs"] = new JsonObject { ["cyber"] = null, ["efs"] = null };
        }
        else
        {
            shown["trust_grants"] = new JsonObject();
        }

        if (form != UserProfileBetas.March)
        {
            shown["access_type"] = profile.AccessType;
        }

        if (form is UserProfileBetas.March or UserProfileBetas.August)
        {
            shown["external_id"] = profile.ExternalId;
        }
        else
        {
            shown["external_user_details"] = profile.Details.Copy();
        }

        if (form == UserProfileBetas.August)
        {
            shown["external_user_onboarded_at"] = Json.TimeOrNull(profile.ExternalOnboardedAt);
        }

        return shown;
    }
}
