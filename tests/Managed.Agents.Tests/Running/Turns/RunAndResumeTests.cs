using Managed.Agents.Tests.Framework;
using Managed.Agents.Tests.Running.Tools;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Turns;

/// <summary>Turns as tasks: with several inputs, and resumed.</summary>
public sealed class RunAndResumeTests : TurnTestBase
{
    [Fact]
    public async Task Several_inputs_are_sent_together_and_the_result_is_that_of_the_last()
    {
        Emulator.OnUserMessage("first").Reply("one");
        Emulator.OnUserMessage("second").Reply("two");
        var session = await SessionAsync([]);

        var result = await Client.Sessions.RunAsync(session.Id, ["first", "second"], Options()).Guarded();

        (result.Ending, result.Text, result.IsInputProcessed).ShouldBe((TurnEnding.Completed, "two", true));
        result.Input.ShouldNotBeNull().Events.OfType<UserMessageEvent>().Select(static sent => sent.Text).ShouldBe(["first", "second"]);
        Emulator.Requests.Count(static request => request.Method == "POST" && request.Path.EndsWith("/events", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_list_of_inputs_that_changes_later_does_not_change_the_turn()
    {
        Emulator.OnUserMessage("first").Reply("one");
        var session = await SessionAsync([]);
        List<SessionInput> inputs = ["first"];

        var turn = Client.Sessions.RunStreamingAsync(session.Id, inputs, Options());
        inputs.Clear();
        await ReadAsync(turn).Guarded();

        turn.Result.Text.ShouldBe("one");
    }

    [Fact]
    public async Task No_input_is_refused()
    {
        var session = await SessionAsync([]);

        await Should.ThrowAsync<ArgumentException>(() => Client.Sessions.RunAsync(session.Id, [], Options()).Guarded());
        (await Should.ThrowAsync<ArgumentNullException>(() => Client.Sessions.RunAsync(session.Id, (IReadOnlyList<SessionInput>)null!))).ParamName.ShouldBe("inputs");
    }

    [Fact]
    public async Task An_open_turn_is_resumed_to_its_end()
    {
        Emulator.OnUserMessage("go").CallCustomTool("weather").Reply(static turn => turn.LastResultText);
        var session = await SessionAsync(["weather"]);
        (await Client.Sessions.RunAsync(session.Id, "go", Options()).Guarded()).Ending.ShouldBe(TurnEnding.RequiresAction);

        var resumed = await Client.Sessions.ResumeAsync(session.Id, Options(Tool("weather", static () => "sunny"))).Guarded();

        (resumed.Ending, resumed.Text, resumed.Input).ShouldBe((TurnEnding.Completed, "sunny", null));
    }

    [Fact]
    public async Task A_resumed_turn_ends_with_its_token()
    {
        var started = new CountedSignal();
        Emulator.OnUserMessage("go").CallCustomTool("slow").Reply("never");
        var session = await SessionAsync(["slow"]);
        (await Client.Sessions.RunAsync(session.Id, "go", Options()).Guarded()).Ending.ShouldBe(TurnEnding.RequiresAction);
        using var stop = new CancellationTokenSource();

        var resuming = Client.Sessions.ResumeAsync(
            session.Id,
            Options(TestTools.Of("slow", async token =>
            {
                started.Add();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                return null;
            })),
            stop.Token);
        await started.ReachedAsync(1).Guarded();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => resuming.Guarded());
    }
}
