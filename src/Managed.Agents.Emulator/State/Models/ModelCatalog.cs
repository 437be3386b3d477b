using System.Globalization;

namespace Managed.Agents.Emulator;

/// <summary>A model of the list.</summary>
internal sealed record CatalogModel(string Id, long Sequence) : IListed
{
    public DateTimeOffset CreatedAt { get; init; } = DateTimeOffset.UnixEpoch;

    public DateTimeOffset? DeprecatedAt { get; init; }

    public DateTimeOffset? RetiresAt { get; init; }

    /// <summary>The word of the id that is no number.</summary>
    public string Line => Parts.First(static part => !char.IsAsciiDigit(part[0]));

    public string DisplayName => $"Claude {char.ToUpperInvariant(Line[0])}{Line[1..]} {string.Join('.', Parts.Where(static part => char.IsAsciiDigit(part[0]) && part.Length < 8))}";

    private IEnumerable<string> Parts => Id.Split('-').Skip(1);
}

/// <summary>The models there are, as far as agents can have them, and one that is gone.</summary>
internal static class ModelCatalog
{
    // Newest first, as the API lists them.
    private static readonly string[] Ids =
    [
        "claude-fable-5-2", "claude-haiku-5-5", "claude-sonnet-5-5", "claude-opus-5-5", "claude-fable-5-1", "claude-mythos-5-1", "claude-fable-5", "claude-mythos-5",
        "claude-opus-5", "claude-sonnet-5", "claude-opus-4-8", "claude-opus-4-7", "claude-opus-4-6", "claude-sonnet-4-6", "claude-opus-4-5-20251101",
        "claude-haiku-4-5-20251001", "claude-sonnet-4-5-20250929",
    ];

    public static IReadOnlyList<CatalogModel> All { get; } = [.. Ids.Numbered().Select(static entry => Make(entry.Item, entry.Index)), Gone()];

    /// <summary>A model by its id, or by its id without the date.</summary>
    public static CatalogModel? Find(string id) => All.FirstOrDefault(model => model.Id == id) ?? All.FirstOrDefault(model => Date(model.Id) is not null && model.Id[..^"-yyyyMMdd".Length] == id);

    private static CatalogModel Make(string id, int index) => new(id, -index) { CreatedAt = Date(id) ?? DateTimeOffset.UnixEpoch };

    private static CatalogModel Gone() => new("claude-3-opus-20240229", -Ids.Length)
    {
        CreatedAt = new DateTimeOffset(2024, 2, 29, 0, 0, 0, TimeSpan.Zero),
        DeprecatedAt = new DateTimeOffset(2025, 6, 30, 0, 0, 0, TimeSpan.Zero),
        RetiresAt = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero),
    };

    private static DateTimeOffset? Date(string id) =>
        DateTimeOffset.TryParseExact(id[^8..], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
