using System.Globalization;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Once;

/// <summary>How far a list is read for an object with a marker.</summary>
public sealed class MarkerSearchTests
{
    private const string Marker = "mine";
    private readonly TestTimeProvider _clock = new();
    private readonly List<string?> _cursors = [];
    private DateTimeOffset? _since;

    [Fact]
    public async Task A_list_that_is_newest_first_is_read_to_the_first_page_that_ends_before_the_create()
    {
        (await SearchAsync([2, 1, 0], [-1, -2, -3], [-4, -6], [-7])).ShouldBeEmpty();
        _cursors.ShouldBe([null, "1", "2"]);
    }

    [Fact]
    public async Task A_list_that_is_oldest_first_is_read_completely()
    {
        (await SearchAsync([-9, -8], [-7, -6], [0, 1])).ShouldBeEmpty();
        _cursors.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_list_whose_order_is_not_visible_is_read_on()
    {
        (await SearchAsync([-9, -9], [-9, -9], [0])).ShouldBeEmpty();
        _cursors.Count.ShouldBe(3);
    }

    [Fact]
    public async Task An_unsorted_list_is_read_completely()
    {
        (await SearchAsync([-9, -8, -10], [-11], [0])).ShouldBeEmpty();
        _cursors.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Objects_with_the_marker_are_found_on_every_page_that_is_read()
    {
        (await SearchAsync([2, 1], [0, -9], [-10])).ShouldBeEmpty();
        (await SearchAsync("1", [2, 1], [0, -9], [-10])).ShouldBe(["1"]);
        (await SearchAsync("-9", [2, 1], [0, -9], [-10])).ShouldBe(["-9"], "a whole page is read, whatever the clocks say");
        (await SearchAsync("-10", [2, 1], [0, -9], [-10])).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_filter_allows_for_a_day()
    {
        await SearchAsync([0]);
        _since.ShouldBe(_clock.Start.AddDays(-1));
    }

    private Task<IReadOnlyList<string>> SearchAsync(params int[][] minutes) => SearchAsync("", minutes);

    /// <summary>Searches pages of objects that were created at these minutes from the start of the search.</summary>
    private async Task<IReadOnlyList<string>> SearchAsync(string marked, params int[][] minutes)
    {
        _cursors.Clear();
        var search = new MarkerSearch<Vault>(
            (since, token) =>
            {
                _since = since;
                return new AsyncPageable<Vault>((cursor, _, _) => Task.FromResult(PageOf(minutes, cursor, marked)), token);
            },
            Marker,
            _clock);
        return [.. (await search.FindAsync(CancellationToken.None)).Select(static vault => vault.Id)];
    }

    private Page<Vault> PageOf(int[][] minutes, string? cursor, string marked)
    {
        _cursors.Add(cursor);
        var number = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        return new Page<Vault>(
            [.. minutes[number].Select(minute => Made(minute, marked))],
            number + 1 < minutes.Length ? (number + 1).ToString(CultureInfo.InvariantCulture) : null);
    }

    private Vault Made(int minute, string marked)
    {
        var id = minute.ToString(CultureInfo.InvariantCulture);
        return new Vault
        {
            Id = id,
            DisplayName = "v",
            CreatedAt = _clock.Start.AddMinutes(minute),
            Metadata = id == marked ? new() { [CreateMarker.Key] = Marker } : new() { [CreateMarker.Key] = "another" },
        };
    }
}
