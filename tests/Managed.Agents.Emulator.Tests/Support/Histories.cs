namespace Managed.Agents.Emulator.Tests;

/// <summary>Sessions with a history, and readings of it.</summary>
public static class Histories
{
    /// <summary>A session that has been spoken to once and is idle again.</summary>
    public static async Task<string> FinishedSessionAsync(this TestApi api)
    {
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SayAsync(session, "Hello");
        await stream.UntilIdleAsync();
        return session;
    }

    /// <summary>Follows the pages of a history to their end: the ids, and how many were on each page.</summary>
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
