using Managed.Agents.Tests.Framework;
using Microsoft.Extensions.AI;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Tools.Claims;

/// <summary>Every fault of a store, at every operation of every way to handle a call: no denied run, no second run, no lost call, a typed outcome.</summary>
public sealed class StoreFaultTests : IDisposable
{
    private static readonly StoreFault[] ReadFaults =
        [StoreFault.Throws, StoreFault.Hangs, StoreFault.IsCanceled, StoreFault.FindsNothing, StoreFault.CallerCancels, StoreFault.CallerCancelsAndHangs];

    private static readonly StoreFault[] WriteFaults =
    [
        StoreFault.Throws, StoreFault.ThrowsAfterEffect, StoreFault.Hangs, StoreFault.HangsAfterEffect, StoreFault.IsCanceled, StoreFault.AnswersFalse,
        StoreFault.AnswersFalseAfterEffect, StoreFault.LosesWrite, StoreFault.CallerCancels, StoreFault.CallerCancelsAndHangs,
    ];

    private readonly TestTimeProvider _clock = new();
    private readonly CancellationTokenSource _caller = new();
    private readonly InMemoryToolCallStore _records = new();
    private int _asked;
    private int _processes;
    private int _runs;

    /// <summary>The ways to handle a call.</summary>
    public enum Story
    {
        /// <summary>A function without approval.</summary>
        Run,

        /// <summary>A function that the approver allows.</summary>
        Allow,

        /// <summary>A function that the approver denies.</summary>
        Deny,

        /// <summary>A function that was started by a process that crashed.</summary>
        Resume,

        /// <summary>An idempotent function that was started by a process that crashed.</summary>
        ResumeIdempotent,

        /// <summary>A function that needs an approval and has a result.</summary>
        Completed,
    }

    public static TheoryData<Story, bool, int, bool, StoreFault> Cases
    {
        get
        {
            var cases = new TheoryData<Story, bool, int, bool, StoreFault>();
            foreach (var story in Enum.GetValues<Story>())
            {
                foreach (var (isWrite, fault) in ReadFaults.Select(static fault => (false, fault)).Concat(WriteFaults.Select(static fault => (true, fault))))
                {
                    foreach (var number in Enumerable.Range(1, 4))
                    {
                        cases.Add(story, isWrite, number, false, fault);
                        cases.Add(story, isWrite, number, true, fault);
                    }
                }
            }

            return cases;
        }
    }

    public void Dispose() => _caller.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_fault_of_the_store_runs_nothing_twice_and_loses_no_call(Story story, bool isWrite, int number, bool isPermanent, StoreFault fault)
    {
        await PrepareAsync(story);
        var store = new FaultyToolCallStore(_records, isWrite, number, isPermanent, fault, _caller);
        using var executor = Executor(story, store, Approver(story));

        var first = await AttemptAsync(executor, _caller.Token);
        var second = await AttemptAsync(executor, CancellationToken.None);
        Check(story, first, second);
        store.Writes.ShouldBeLessThanOrEqualTo(30, "a claim does not spin");

        var final = await AttemptAsync(executor, CancellationToken.None) ?? await AttemptElsewhereAsync(story, Approver(story));

        final.ShouldNotBeNull("no call is lost").Kind.ShouldBe(ToolExecutionResultKind.Result);
        Check(story, second ?? first, final);
        if (story is Story.Run or Story.Allow && !isPermanent)
        {
            (_runs, final.IsOutcomeUnknown).ShouldBe((1, false), "a fault that is over costs nothing");
        }

        if (await _records.GetAsync("sesn_1", "sevt_1") is { State: ToolCallState.Completed })
        {
            var runs = _runs;
            (await AttemptElsewhereAsync(story, ToolApprover.AllowAll)).ShouldNotBeNull().Input.ShouldBe(final.Input, "another process gets the recorded result");
            _runs.ShouldBe(runs);
        }
    }

    private static void CheckResults(ToolExecutionResult? earlier, ToolExecutionResult? later)
    {
        if (earlier is not null && later is not null)
        {
            later.Input.ShouldBe(earlier.Input, "a call keeps its outcome");
        }
    }

    /// <summary>Executes the call in another process, whose store works.</summary>
    private async Task<ToolExecutionResult?> AttemptElsewhereAsync(Story story, IToolApprover approver)
    {
        using var other = Executor(story, _records, approver);
        return await AttemptAsync(other, CancellationToken.None);
    }

    /// <summary>Executes the call. Returns null if the store failed or the caller canceled.</summary>
    private async Task<ToolExecutionResult?> AttemptAsync(ToolExecutor executor, CancellationToken cancellationToken)
    {
        try
        {
            var executing = executor.ExecuteAsync(TestTools.Call("pay"), cancellationToken: cancellationToken);
            await _clock.AdvanceUntilAsync(executing, TimeSpan.FromSeconds(7));
            return await executing;
        }
        catch (ToolCallStoreException problem)
        {
            (problem.SessionId, problem.CallId).ShouldBe(("sesn_1", "sevt_1"));
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private void Check(Story story, ToolExecutionResult? earlier, ToolExecutionResult? later)
    {
        CheckResults(earlier, later);
        _asked.ShouldBeLessThanOrEqualTo(_processes, "an approval is not asked again in the same process");
        _runs.ShouldBeLessThanOrEqualTo(story is Story.Run or Story.Allow or Story.ResumeIdempotent ? 1 : 0, "no denied run and no second run");
    }

    private async Task PrepareAsync(Story story)
    {
        var started = new ToolCallRecord
        {
            SessionId = "sesn_1",
            CallId = "sevt_1",
            ToolName = "pay",
            State = ToolCallState.Started,
            Revision = 1,
            LeaseUntil = _clock.GetUtcNow(),
            ClaimId = "crashed",
        };
        if (story is Story.Resume or Story.ResumeIdempotent)
        {
            await _records.TryWriteAsync(started, 0);
        }
        else if (story == Story.Completed)
        {
            await _records.TryWriteAsync(started with { State = ToolCallState.Completed, Result = "stored" }, 0);
        }
    }

    private IToolApprover Approver(Story story) => ToolApprover.From(_ =>
    {
        _asked++;
        return story == Story.Deny ? ToolApprovalDecision.Deny("no") : ToolApprovalDecision.Allow;
    });

    private ToolExecutor Executor(Story story, IToolCallStore store, IToolApprover approver)
    {
        _processes++;
        var function = TestTools.Of("pay", () => { Interlocked.Increment(ref _runs); return "ran"; });
        return new ToolExecutor(
            new ToolOptions
            {
                ToolCallStore = store,
                Tools = [story switch
                {
                    Story.Run or Story.Resume => function,
                    Story.ResumeIdempotent => function.AsIdempotent(),
                    _ => new ApprovalRequiredAIFunction(function),
                }],
                Approver = approver,
                ToolCallLeaseDuration = Timeout.InfiniteTimeSpan,
                ToolTimeout = Timeout.InfiniteTimeSpan,
            },
            _clock);
    }
}
