using Managed.Agents.Tests.Framework;
using Shouldly;

namespace Managed.Agents.Tests.Running.Turns.Start;

/// <summary>A turn that is resumed in a recorded session.</summary>
/// <param name="History">The history.</param>
/// <param name="Length">The number of events that the session has.</param>
/// <param name="Start">The number of events that the position includes, or null to resume by the id of the session.</param>
/// <param name="Late">The number of events that one of the views shows later.</param>
/// <param name="First">The view that shows them first.</param>
/// <param name="Store">The state of the store.</param>
/// <param name="Variant">Selects what the store holds, or which of its operations fail.</param>
internal sealed record PrefixCase(RecordedHistory History, int Length, int? Start, int Late, FirstView First, StoreState Store, int Variant)
{
    /// <summary>Claims expire after half a minute, the agent works for seconds, and the history is at most 5 seconds behind.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public override string ToString() => $"{History.Name}: {Length} events, from {Start?.ToString() ?? "its id"}, {Late} first in the {First}, store {Store} {Variant}";

    public async Task RunAsync()
    {
        var recorded = History.Events.Take(Length).ToList();
        var clock = new DelaySkippingTimeProvider();
        using var service = new RecordedService(recorded, Late, First, clock);
        using var client = Clients.Over(service, static options => options.Resilience = null, clock);
        var store = await PrefixStore.CreateAsync(Store, Variant, recorded, clock);
        var tools = new PrefixTools();

        var result = await ResumeAsync(client, tools.Options(store.Store), PositionAfter(recorded), clock);

        var ran = tools.Runs.Keys.Order(StringComparer.Ordinal).ToList();
        var seen = Views(recorded).ToList();
        var problems = seen.Select(known => Problem(() => Check(known, result, ran, tools, store, service.Session))).ToList();
        problems.ShouldContain((string?)null, string.Join('\n', problems));

        await ResumeAsync(client, tools.Options(store.Store), Variant % 2 == 0 ? PositionAfter(recorded) : result.Position, clock);

        if (seen.Count == 1)
        {
            tools.Runs.Keys.Order(StringComparer.Ordinal).ToList().ShouldBe(ran, customMessage: "calls that ran when the turn was resumed again");
        }

        tools.Runs.Values.ShouldAllBe(static count => count == 1, customMessage: "runs of a call");
    }

    /// <summary>What the turn may have seen as the end of the history.</summary>
    private IEnumerable<List<RecordedEvent>> Views(List<RecordedEvent> recorded)
    {
        yield return recorded;

        // If the visible part of the history ends with the end of a turn, the resumed turn may end there. What follows is another turn.
        var visible = recorded.Take(First == FirstView.History ? Length : Length - Late).ToList();
        if (visible.Count < Length && PrefixExpectation.IsOver(visible))
        {
            yield return visible;
        }

        // A queued interrupt may be processed before the calls start.
        var interrupts = PrefixExpectation.QueuedInputs(recorded).Where(static one => one.Type == "user.interrupt").ToList();
        if (interrupts.Count > 0)
        {
            yield return [.. recorded, .. interrupts.Select(static one => one.Processed())];
        }
    }

    private void Check(List<RecordedEvent> known, TurnResult result, List<string> ran, PrefixTools tools, PrefixStore store, RecordedSession session)
    {
        var open = PrefixExpectation.OpenCalls(known);
        var runnable = PrefixTools.RunnableCalls(known).Select(static call => call.Id).ToHashSet(StringComparer.Ordinal);
        var expected = open.Where(call => runnable.Contains(call.Id) && store.LetsRun(call)).Select(static call => call.Id).Order(StringComparer.Ordinal).ToList();
        if (store.IsUnpredictable)
        {
            ran.ShouldBeSubsetOf(expected, customMessage: "calls that ran");
        }
        else
        {
            ran.ShouldBe(expected, customMessage: "calls that ran");
        }

        tools.Asked.ShouldBeSubsetOf(open.Select(static call => call.Id), customMessage: "calls that somebody was asked about");
        CheckEnding(result, known.Count < Length || PrefixExpectation.IsOver(known) ? known.Last(IsStatus) : session.LastStatus, session);
    }

    private static string? Problem(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (ShouldAssertException problem)
        {
            return problem.Message;
        }
    }

    private static bool IsStatus(RecordedEvent one) => one.Type.StartsWith("session.status_", StringComparison.Ordinal);

    private static void CheckEnding(TurnResult result, RecordedEvent? status, RecordedSession session)
    {
        TurnEnding[] endings = (status?.Type, status?.StopReason) switch
        {
            ("session.status_terminated", _) => [TurnEnding.Terminated],
            (_, "end_turn") => [TurnEnding.Completed, TurnEnding.Interrupted],
            (_, "requires_action") => [TurnEnding.RequiresAction],
            (_, "budget_reached") => [TurnEnding.BudgetReached],
            (_, "refusal") => [TurnEnding.Refused],
            (_, "retries_exhausted") => [TurnEnding.RetriesExhausted],
            (null, _) => [TurnEnding.NotStarted],
            _ => [TurnEnding.Other],
        };
        result.Ending.ShouldBeOneOf(endings);
        if (result.Ending == TurnEnding.RequiresAction)
        {
            result.PendingActions.Select(static action => action.EventId).Order(StringComparer.Ordinal).ToList().ShouldBe(session.Awaited.Select(static call => call.Id).Order(StringComparer.Ordinal));
        }
    }

    private static async Task<TurnResult> ResumeAsync(ManagedAgentsClient client, TurnOptions options, SessionPosition? position, TimeProvider clock)
    {
        var started = clock.GetUtcNow();
        var result = await (position is null ? client.Sessions.ResumeAsync(RecordedService.SessionId, options) : client.Sessions.ResumeAsync(position, options)).Guarded();
        (clock.GetUtcNow() - started).ShouldBeLessThan(Limit);
        return result;
    }

    private SessionPosition? PositionAfter(List<RecordedEvent> recorded)
    {
        if (Start is not { } start)
        {
            return null;
        }

        var delivered = new DeliveredEvents(RecordedService.SessionId, threadId: null);
        foreach (var one in recorded.Take(start).Select(static one => one.Read()))
        {
            delivered.Add(EventIdentity.KeyOf(one)!, one.ProcessedAt);
        }

        return delivered.ToPosition();
    }
}
