namespace Managed.Agents.Emulator;

/// <summary>The beta values that select an older form of user profiles. Without any of them, responses have the released form.</summary>
internal static class UserProfileBetas
{
    public const string March = "user-profiles-2026-03-24";
    public const string August = "user-profiles-2026-08-18";
    public const string September = "user-profiles-2026-09-04";

    /// <summary>All values, oldest first.</summary>
    public static string[] All { get; } = [March, August, September];

    /// <summary>The oldest form that a request selects; null for the released one.</summary>
    public static string? Of(ApiCall call) => call.Operation.IsReleased ? null : Array.Find(All, call.Betas.Contains);
}
