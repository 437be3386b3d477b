namespace Managed.Agents.Emulator;

/// <summary>Determines whether a response includes content, and how many items a page may have.</summary>
internal static class MemoryView
{
    private const int MaxFull = 20;
    private const int MaxBasic = 100;

    public static bool IsFull(ApiCall call, bool defaultValue = false) => call.Query.Text("view") is { } view ? view == "full" : defaultValue;

    /// <summary>Returns the page size. Pages with content are limited to 20 items.</summary>
    public static int Limit(ApiCall call, int defaultValue = MaxBasic)
    {
        var limit = call.Query.Number("limit") ?? defaultValue;
        if (limit is < 1 or > MaxBasic)
        {
            throw ApiError.InvalidRequest($"limit: must be between 1 and {MaxBasic}.");
        }

        return (int)Math.Min(limit, IsFull(call) ? MaxFull : MaxBasic);
    }
}
