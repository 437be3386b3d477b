using System.Diagnostics.CodeAnalysis;

namespace Managed.Agents.Emulator;

/// <summary>Changes the content of event lists.</summary>
internal sealed class HistoryFault(FaultTerms terms) : Fault(terms)
{
    public int HiddenEvents { get; init; }

    public TimeSpan Delay { get; init; }

    public bool InsertsEmptyPage { get; init; }

    public bool ShowsUnprocessed { get; init; }
}

/// <summary>What one request sees of the history.</summary>
/// <param name="HiddenEvents">The number of the newest events that are left out.</param>
/// <param name="HiddenAfter">Events after this time are left out.</param>
/// <param name="IsEmptied">Whether the page is empty although there are events.</param>
/// <param name="ShowsUnprocessed">Whether inputs appear as if they were still queued.</param>
internal sealed record HistoryView(int HiddenEvents, DateTimeOffset HiddenAfter, bool IsEmptied, bool ShowsUnprocessed)
{
    // The prefix of a cursor whose empty page has been returned already.
    private const string EmptyPagePrefix = "next_";

    private static readonly HistoryView Whole = new(0, DateTimeOffset.MaxValue, IsEmptied: false, ShowsUnprocessed: false);

    public static HistoryView Draw(FaultRegistry registry, string sessionId, string? page, DateTimeOffset now)
    {
        var view = Whole;
        foreach (var fault in registry.ActiveFor<HistoryFault>(sessionId))
        {
            if (fault.InsertsEmptyPage && HasShownEmptyPage(page))
            {
                continue;
            }

            if (fault.TryHit(fault.NextRandom()))
            {
                view = new HistoryView(
                    Math.Max(view.HiddenEvents, fault.HiddenEvents),
                    fault.Delay > TimeSpan.Zero && now - fault.Delay < view.HiddenAfter ? now - fault.Delay : view.HiddenAfter,
                    view.IsEmptied || fault.InsertsEmptyPage,
                    view.ShowsUnprocessed || fault.ShowsUnprocessed);
            }
        }

        return view;
    }

    /// <summary>Returns the cursor of an empty page, which leads to the requested page.</summary>
    public static string AfterEmpty(string? page) => EmptyPagePrefix + page;

    /// <summary>Returns the cursor without the prefix; null for the beginning of the list.</summary>
    public static string? RequestedPage(string? page) => !HasShownEmptyPage(page) ? page : page.Length > EmptyPagePrefix.Length ? page[EmptyPagePrefix.Length..] : null;

    private static bool HasShownEmptyPage([NotNullWhen(true)] string? page) => page?.StartsWith(EmptyPagePrefix, StringComparison.Ordinal) == true;
}
