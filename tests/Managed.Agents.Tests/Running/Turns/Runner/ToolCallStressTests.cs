using System.Collections.Concurrent;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Turns.Runner;

public sealed class ToolCallStressTests : TurnTestBase
{
    private const int Sessions = 10;
    private const int Steps = 20;
    private const int CallsPerStep = 5;

    private readonly ConcurrentDictionary<string, int> _effects = new(StringComparer.Ordinal);
    private readonly AcceleratedTimeProvider _time = new();
    private int _crashes;

    [Fact]
    public async Task Many_calls_through_crashes_and_lost_responses_are_answered_once_without_duplicate_effects()
    {
        var script = Emulator.OnUserMessage("go");
        for (var step = 0; step < Steps; step++)
        {
            script.InParallel(static calls =>
            {
                for (var call = 0; call < CallsPerStep; call++)
                {
                    calls.CallCustomTool(call == 0 ? "look" : "pay");
                }
            });
        }

        script.Reply("done");
        var sessions = new List<Session>();
        for (var number = 0; number < Sessions; number++)
        {
            sessions.Add(await SessionAsync(["pay", "look"]));
        }

        await Task.WhenAll(sessions.Select(RunUntilCompletedAsync)).WaitAsync(TimeSpan.FromMinutes(5));

        var (answers, unknown) = (0, 0);
        foreach (var session in sessions)
        {
            var history = await AllAsync(Client.Sessions.Events.ListAsync(session.Id, new() { PageSize = 1000 }));
            var results = history.OfType<UserCustomToolResultEvent>().ToLookup(static result => result.CustomToolUseId, StringComparer.Ordinal);
            foreach (var call in history.OfType<AgentCustomToolUseEvent>())
            {
                var result = results[call.Id].ShouldHaveSingleItem();
                var isKnown = result.IsError != true;
                var effects = _effects.GetValueOrDefault(call.Id);
                (answers, unknown) = (answers + 1, unknown + (isKnown ? 0 : 1));
                if (call.Name == "look")
                {
                    isKnown.ShouldBeTrue("an idempotent call is run again until its outcome is known");
                    effects.ShouldBeGreaterThanOrEqualTo(1);
                }
                else
                {
                    effects.ShouldBeInRange(isKnown ? 1 : 0, 1);
                    result.Content.JoinText().ShouldContain(isKnown ? "paid" : "its outcome is unknown");
                }

                (await Store.GetAsync(session.Id, call.Id)).ShouldNotBeNull().IsOutcomeUnknown.ShouldBe(!isKnown, "every unknown outcome is stored");
            }
        }

        answers.ShouldBe(Sessions * Steps * CallsPerStep);
        _crashes.ShouldBeGreaterThan(20);
        unknown.ShouldBeInRange(1, answers / 4);
    }

    /// <summary>Runs one process after another on a session until one of them completes the turn.</summary>
    private async Task RunUntilCompletedAsync(Session session, int number)
    {
        await Client.Sessions.Events.SendAsync(session.Id, "go");
        var random = new Random(number);
        while (true)
        {
            using var process = new CrashingProcess(random.Next(10, 300), random.Next());
            using var client = Clients.Over(process, options => (options.BaseAddress, options.ApiKey) = (Emulator.BaseAddress, Emulator.ApiKey), _time);
            var turn = client.Sessions.ResumeStreamingAsync(session.Id, Options(process.Tool("pay", "paid", Affect), process.Tool("look", "seen", Affect).AsIdempotent()) with
            {
                ToolCallStore = process.Wrap(Store),
                ToolTimeout = Timeout.InfiniteTimeSpan,
                AnswerTimeout = Timeout.InfiniteTimeSpan,
            });
            try
            {
                await ReadAsync(turn, process.Crashed);
                turn.Result.Ending.ShouldBe(TurnEnding.Completed);
                return;
            }
            catch (Exception) when (process.Crashed.IsCancellationRequested)
            {
                Interlocked.Increment(ref _crashes);
            }
        }
    }

    private void Affect(string callId) => _effects.AddOrUpdate(callId, 1, static (_, count) => count + 1);
}
