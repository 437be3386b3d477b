using System.Globalization;

namespace Managed.Agents.Emulator;

/// <summary>A model of the catalog.</summary>
internal sealed record CatalogModel(string Id, long Sequence) : IListed
{
    public DateTimeOffset CreatedAt { get; init; } = DateTimeOffset.UnixEpoch;

    public DateTimeOffset? DeprecatedAt { get; init; }

    public DateTimeOffset? RetiresAt { get; init; }

    /// <summary>The part of the id that is not a number, such as <c>opus</c>.</summary>
    public string Line => Parts.First(static part => !char.IsAsciiDigit(part[0]));

    public string DisplayName => $"Claude {char.ToUpperInvariant(Line[0])}{Line[1..]} {string.Join('.', Parts.Where(static part => char.IsAsciiDigit(part[0]) && part.Length < 8))}";

    private IEnumerable<string> Parts => Id.Split('-').Skip(1);
}

/// <summary>The models that agents can use, and one retired model.</summary>
internal static class ModelCatalog
{
    // Newest first, as the API lists them.
    private static readonly string[] Ids =
    [
        "claude-fable-5-2", "claude-haiku-5-5", "claude-sonnet-5-5", "claude-opus-5-5", "claude-fable-5-1", "claude-mythos-5-1", "claude-fable-5", "claude-mythos-5",
        "claude-opus-5", "claude-sonnet-5", "claude-opus-4-8", "claude-opus-4-7", "claude-opus-4-6", "claude-sonnet-4-6", "claude-opus-4-5-20251101",
        "claude-haiku-4-5-20251001", "claude-sonnet-4-5-20250929",
    ];

    public static IReadOnlyList<CatalogModel> All { get; } = [.. Ids.WithIndex().Select(static entry => Create(entry.Item, entry.Index)), Retired()];

    /// <summary>Returns the model with an id, which may omit its date, or null.</summary>
    public static CatalogModel? Find(string id) => All.FirstOrDefault(model => model.Id == id) ?? All.FirstOrDefault(model => Date(model.Id) is not null && model.Id[..^"-yyyyMMdd".Length] == id);

    private static CatalogModel Create(string id, int index) => new(id, -index) { CreatedAt = Date(id) ?? DateTimeOffset.UnixEpoch };

    private static CatalogModel Retired() => new("claude-3-opus-20240229", -Ids.Length)
    {
        CreatedAt = new DateTimeOffset(2024, 2, 29, 0, 0, 0, TimeSpan.Zero),
        DeprecatedAt = new DateTimeOffset(2025, 6, 30, 0, 0, 0, TimeSpan.Zero),
        RetiresAt = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero),
    };

    private static DateTimeOffset? Date(string id) =>
        DateTimeOffset.TryParseExact(id[^8..], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
