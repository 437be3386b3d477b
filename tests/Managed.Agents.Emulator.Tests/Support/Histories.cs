namespace Managed.Agents.Emulator.Tests;

/// <summary>Creates sessions with a history, and reads it.</summary>
public static class Histories
{
    /// <summary>Creates a session that has completed one turn and is idle.</summary>
    public static async Task<string> FinishedSessionAsync(this TestApi api)
    {
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "Hello");
        await stream.UntilIdleAsync();
        return session;
    }

    /// <summary>Reads all pages of a history. Returns the ids and the size of each page.</summary>
    public static async Task<(List<string> Ids, List<int> Sizes)> WalkAsync(this TestApi api, string session, string query)
    {
        List<string> ids = [];
        List<int> sizes = [];
        var page = "";
        do
        {
            var answer = (await api.GetAsync($"/v1/sessions/{session}/events?{query}{page}")).ShouldSucceed();
            ids.AddRange(answer.Ids());
            sizes.Add(answer.Data.Count);
            page = answer.NextPage is { } next ? $"&page={next}" : null;
        }
        while (page is not null);

        return (ids, sizes);
    }
}
