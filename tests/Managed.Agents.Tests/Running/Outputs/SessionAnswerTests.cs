using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Outputs;

public sealed class SessionAnswerTests : EmulatorTest
{
    [Fact]
    public async Task The_answer_is_the_last_message_with_the_session_and_the_stop_reason()
    {
        Emulator.OnUserMessage("do").Reply("First I look.").UseTool("bash", """{"command":"ls"}""", result: "a").Reply("There is a.");
        var session = await CreateSessionAsync();
        await Client.Sessions.UpdateAsync(session.Id, new() { Metadata = new Dictionary<string, string?> { ["channel"] = "C1" } });
        await TurnAsync(session.Id, new UserMessage("do"));

        var answer = await Client.Sessions.GetAnswerAsync(session.Id);

        answer.Text.ShouldBe("There is a.");
        answer.StopReason.ShouldBeOfType<EndTurn>();
        answer.Session.Metadata["channel"].ShouldBe("C1");
        answer.Error.ShouldBeNull();
    }

    [Fact]
    public async Task The_answer_is_from_the_last_turn()
    {
        Emulator.OnUserMessage("one").Reply("1");
        Emulator.OnUserMessage("two").Reply("2");
        var session = await CreateSessionAsync();
        await TurnAsync(session.Id, new UserMessage("one"));
        await TurnAsync(session.Id, new UserMessage("two"));

        (await Client.Sessions.GetAnswerAsync(session.Id)).Text.ShouldBe("2");
    }

    [Fact]
    public async Task A_waiting_turn_has_no_message_from_an_earlier_turn()
    {
        Emulator.OnUserMessage("earlier").Reply("Earlier.");
        Emulator.OnUserMessage("silent").CallCustomTool("deploy", "{}").Reply("Done.");
        var session = await CreateSessionAsync(new CustomTool { Name = "deploy", Description = "Deploys.", InputSchema = JsonElement.Parse("""{"type":"object"}""") });
        await TurnAsync(session.Id, new UserMessage("earlier"));
        var events = await TurnAsync(session.Id, new UserMessage("silent"));

        var waiting = await Client.Sessions.GetAnswerAsync(session.Id);
        waiting.StopReason.ShouldBeOfType<RequiresAction>();
        waiting.Message.ShouldBeNull();
        waiting.Text.ShouldBeEmpty();

        await TurnAsync(session.Id, new UserCustomToolResult(events.OfType<AgentCustomToolUseEvent>().Single().Id, "ok"));
        (await Client.Sessions.GetAnswerAsync(session.Id)).Text.ShouldBe("Done.");
    }

    [Fact]
    public async Task The_answer_of_a_running_session_is_from_the_previous_turn()
    {
        var open = new TaskCompletionSource();
        Emulator.OnUserMessage("one").Reply("1");
        Emulator.OnUserMessage("two").Reply("Not the answer yet.").WaitFor(_ => open.Task).Reply("2");
        var session = await CreateSessionAsync();
        await TurnAsync(session.Id, new UserMessage("one"));
        await using (var stream = await Client.Sessions.Events.StreamAsync(session.Id))
        {
            await Client.Sessions.Events.SendAsync(session.Id, "two");
            await foreach (var received in stream)
            {
                if (received is AgentMessageEvent)
                {
                    break;
                }
            }

            var answer = await Client.Sessions.GetAnswerAsync(session.Id);
            answer.Text.ShouldBe("1");
            answer.StopReason.ShouldBeOfType<EndTurn>();
            open.SetResult();
        }
    }

    [Fact]
    public async Task A_new_session_has_no_answer_and_a_failed_session_has_an_error()
    {
        var idle = await Client.Sessions.GetAnswerAsync((await CreateSessionAsync()).Id);
        (idle.StopReason, idle.Message, idle.Error).ShouldBe((null, null, null));

        Emulator.OnUserMessage("fail").FailFatally(message: "It broke.");
        var session = await CreateSessionAsync();
        await using var stream = await Client.Sessions.Events.StreamAsync(session.Id);
        await Client.Sessions.Events.SendAsync(session.Id, "fail");
        await foreach (var received in stream)
        {
            if (received is SessionStatusTerminatedEvent)
            {
                break;
            }
        }

        var failed = await Client.Sessions.GetAnswerAsync(session.Id);
        failed.Error.ShouldNotBeNull().Message.ShouldContain("It broke.");
        failed.StopReason.ShouldBeNull();
    }
}
