using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The user profiles of the emulator and the operations on them.</summary>
internal sealed class UserProfileStore(EmulatorServices services)
{
    private static readonly TimeSpan UrlLifetime = TimeSpan.FromHours(24);

    private readonly Dictionary<string, UserProfileState> _profiles = new(StringComparer.Ordinal);

    public static UserProfileState Find(IReadOnlyDictionary<string, UserProfileState> profiles, ApiCall call) =>
        profiles.GetValueOrDefault(call.Route("user_profile_id")) ?? throw ApiError.NotFound($"The user profile {call.Route("user_profile_id")} does not exist.");

    /// <summary>Runs a function on the profiles under the lock.</summary>
    public T Use<T>(Func<IReadOnlyDictionary<string, UserProfileState>, T> use)
    {
        lock (_profiles)
        {
            return use(_profiles);
        }
    }

    public JsonNode Create(ApiCall call)
    {
        lock (_profiles)
        {
            var now = services.Now();
            var id = services.NewId("uprof");
            var profile = new UserProfileState(id, services.NextSequence(), now, $"claude-{id["uprof_".Length..].ToLowerInvariant()}");
            UserProfileRules.Apply(profile, call, now);
            _profiles[profile.Id] = profile;
            return UserProfileView.Show(profile, call, now);
        }
    }

    public JsonNode Retrieve(ApiCall call)
    {
        lock (_profiles)
        {
            return UserProfileView.Show(Find(_profiles, call), call, services.Now());
        }
    }

    public JsonNode Update(ApiCall call)
    {
        lock (_profiles)
        {
            var now = services.Now();
            var profile = Find(_profiles, call);
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
            var profile = Find(_profiles, call);
            _profiles.Remove(profile.Id);
            return new JsonObject { ["id"] = profile.Id, ["type"] = "user_profile_deleted" };
        }
    }

    public JsonNode CreateActionUrl(ApiCall call) => Url(call, "user_profile_action_url");

    public JsonNode CreateEnrollmentUrl(ApiCall call) => Url(call, "enrollment_url");

    /// <summary>Restricts or bans an end user.</summary>
    /// <returns>The id of the action; null when the profile does not exist.</returns>
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

    /// <summary>Resolves an action.</summary>
    /// <returns>Whether it existed.</returns>
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
            var profile = Find(_profiles, call);
            return new JsonObject
            {
                ["type"] = type,
                // Anyone who has the URL can use it, so it must be hard to guess. No server responds to it.
                ["url"] = $"https://enroll.invalid/{profile.Id}/{Convert.ToHexString(services.NewBytes(16)).ToLowerInvariant()}",
                ["expires_at"] = Json.Time(services.Now() + UrlLifetime),
            };
        }
    }
}
