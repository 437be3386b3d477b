using Managed.Agents;

namespace Misuse;

/// <summary>One mistake for each rule.</summary>
public static class Mistakes
{
    public static async Task MakeAsync(ManagedAgentsClient client, TurnResult result)
    {
        var turn = client.Sessions.RunStreamingAsync(result.SessionId, "MAG002: the turn is never enumerated.");
        await client.Sessions.ResumeAsync(result.SessionId, new TurnOptions()); // MAG003: the position is dropped.
        client.Sessions.Events.FollowAsync(result.SessionId); // MAG004: the feed is never enumerated.
    }
}
