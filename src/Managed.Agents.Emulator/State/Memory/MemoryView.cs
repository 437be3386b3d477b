namespace Managed.Agents.Emulator;

/// <summary>Whether content is shown, and how long a page may be that shows it.</summary>
internal static class MemoryView
{
    private const int MaxFull = 20;
    private const int MaxBasic = 100;

    public static bool IsFull(ApiCall call, bool otherwise = false) => call.Query.Text("view") is { } view ? view == "full" : otherwise;

    /// <summary>The length of a page. One with content is short, whatever was asked for.</summary>
    public static int Limit(ApiCall call, int otherwise = MaxBasic)
    {
        var limit = call.Query.Number("limit") ?? otherwise;
        if (limit is < 1 or > MaxBasic)
        {
            throw ApiError.InvalidRequest($"limit: must be between 1 and {MaxBasic}.");
        }

        return (int)Math.Min(limit, IsFull(call) ? MaxFull : MaxBasic);
    }
}
