using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The user profiles of the emulator and the operations on them.</summary>
internal sealed class UserProfileStore(EmulatorServices services)
{
    private static readonly TimeSpan UrlLifetime = TimeSpan.FromHours(24);

    private readonly Dictionary<string, UserProfileState> _profiles = new(StringComparer.Ordinal);

    public JsonNode Create(ApiCall call)
    {
        lock (_profiles)
        {
            var now = services.Now();
            var profile = new UserProfileState(services.NewId("uprof"), services.NextSequence(), now);
            UserProfileRules.Apply(profile, call, now);
            _profiles[profile.Id] = profile;
            return UserProfileView.Show(profile, call, now);
        }
    }

    public JsonNode Retrieve(ApiCall call)
    {
        lock (_profiles)
        {
            return UserProfileView.Show(Find(call), call, services.Now());
        }
    }

    public JsonNode Update(ApiCall call)
    {
        lock (_profiles)
        {
            var now = services.Now();
            var profile = Find(call);
            UserProfileRules.Apply(profile, call, now);
            profile.UpdatedAt = now;
            return UserProfileView.Show(profile, call, now);
        }
    }

    public JsonNode List(ApiCall call)
    {
        lock (_profiles)
        {
            return UserProfileList.Page(call, _profiles.Values, services.Now());
        }
    }

    public JsonNode Delete(ApiCall call)
    {
        lock (_profiles)
        {
            var profile = Find(call);
            _profiles.Remove(profile.Id);
            return new JsonObject { ["id"] = profile.Id, ["type"] = "user_profile_deleted" };
        }
    }

    public JsonNode CreateActionUrl(ApiCall call) => Url(call, "user_profile_action_url");

    public JsonNode CreateEnrollmentUrl(ApiCall call) => Url(call, "enrollment_url");

    /// <summary>Restricts or bans an end user.</summary>
    /// <returns>The id of the action, or null if there is no such profile.</returns>
    public string? OpenAction(string profileId, string reason, bool ban, TimeSpan? lifetime)
    {
        lock (_profiles)
        {
            if (!_profiles.TryGetValue(profileId, out var profile))
            {
                return null;
            }

            var now = services.Now();
            var action = new EnforcementAction(services.NewId("enac"), ban, reason, now, now + lifetime);
            profile.Actions.Add(action);
            profile.UpdatedAt = now;
            return action.Id;
        }
    }

    /// <summary>Takes an action back.</summary>
    /// <returns>Whether it was there.</returns>
    public bool ResolveAction(string profileId, string actionId)
    {
        lock (_profiles)
        {
            if (!_profiles.TryGetValue(profileId, out var profile) || profile.Actions.RemoveAll(action => action.Id == actionId) == 0)
            {
                return false;
            }

            profile.UpdatedAt = services.Now();
            return true;
        }
    }

    private JsonObject Url(ApiCall call, string type)
    {
        lock (_profiles)
        {
            var profile = Find(call);
            return new JsonObject
            {
                ["type"] = type,
                // Anyone who has it can use it, so it cannot be guessed. Nothing listens there.
                ["url"] = $"https://enroll.invalid/{profile.Id}/{Convert.ToHexString(services.NewBytes(16)).ToLowerInvariant()}",
                ["expires_at"] = Json.Time(services.Now() + UrlLifetime),
            };
        }
    }

    private UserProfileState Find(ApiCall call) =>
        _profiles.GetValueOrDefault(call.Route("user_profile_id")) ?? throw ApiError.NotFound($"There is no user profile {call.Route("user_profile_id")}.");
}
