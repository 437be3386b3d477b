using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Emulator;

/// <summary>Shows the history other than it is.</summary>
internal sealed class HistoryFault(FaultTerms terms) : Fault(terms)
{
    public int HiddenEvents { get; init; }

    public TimeSpan HiddenTime { get; init; }

    public bool InsertsEmptyPage { get; init; }

    public bool LeavesUnprocessed { get; init; }
}

/// <summary>How the history looks to one request.</summary>
/// <param name="HiddenEvents">How many of the newest events are left out.</param>
/// <param name="HiddenSince">Events from then on are left out as well.</param>
/// <param name="IsEmptied">Whether the page has no events, though there are some.</param>
/// <param name="LeavesUnprocessed">Whether inputs look as if they were still queued.</param>
internal sealed record HistoryView(int HiddenEvents, DateTimeOffset HiddenSince, bool IsEmptied, bool LeavesUnprocessed)
{
    // In front of a cursor it says that an empty page has been shown for it already.
    private const string AfterEmptyPage = "next_";

    private static readonly HistoryView Whole = new(0, DateTimeOffset.MaxValue, IsEmptied: false, LeavesUnprocessed: false);

    public static HistoryView Draw(FaultBook book, string sessionId, string? page, DateTimeOffset now)
    {
        var view = Whole;
        foreach (var fault in book.For<HistoryFault>(sessionId))
        {
            if (fault.InsertsEmptyPage && HasShownEmptyPage(page))
            {
                continue;
            }

            if (fault.Strikes(fault.NextDice()))
            {
                view = new HistoryView(
                    Math.Max(view.HiddenEvents, fault.HiddenEvents),
                    fault.HiddenTime > TimeSpan.Zero && now - fault.HiddenTime < view.HiddenSince ? now - fault.HiddenTime : view.HiddenSince,
                    view.IsEmptied || fault.InsertsEmptyPage,
                    view.LeavesUnprocessed || fault.LeavesUnprocessed);
            }
        }

        return view;
    }

    /// <summary>The cursor of an empty page: where the reader wanted to go anyway.</summary>
    public static string Postpone(string? page) => AfterEmptyPage + page;

    /// <summary>The cursor without the note that its empty page has been shown; null for the beginning.</summary>
    public static string? Resume(string? page) => !HasShownEmptyPage(page) ? page : page.Length > AfterEmptyPage.Length ? page[AfterEmptyPage.Length..] : null;

    private static bool HasShownEmptyPage([NotNullWhen(true)] string? page) => page?.StartsWith(AfterEmptyPage, StringComparison.Ordinal) == true;
}
