using System.Net;
using System.Text.Json;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Sessions.Events;

public sealed class SessionEventTests : EmulatorTest
{
    private static readonly CustomTool Deploy = new()
    {
        Name = "trigger_deploy",
        Description = "Deploys a service.",
        InputSchema = JsonDocument.Parse("""{"type":"object","properties":{"service":{"type":"string"}},"required":["service"]}""").RootElement,
    };

    [Fact]
    public async Task A_plain_turn_ends_with_end_turn_and_its_message()
    {
        var session = await CreateSessionAsync();
        Emulator.OnUserMessage("Hello").Reply("Hi!");

        var events = await TurnAsync(session.Id, "Hello");

        events.OfType<AgentMessageEvent>().ShouldHaveSingleItem().Text.ShouldBe("Hi!");
        events[^1].ShouldBeOfType<SessionStatusIdleEvent>().StopReason.ShouldBeOfType<EndTurn>();
        events.OfType<SessionUsageEvent>().ShouldHaveSingleItem().Usage.OutputTokens.ShouldNotBeNull();
        events.OfType<UnknownSessionEvent>().ShouldBeEmpty();
        events.ShouldAllBe(received => received.AdditionalFields.Count == 0);
    }

    [Fact]
    public async Task A_built_in_tool_emits_its_call_and_its_result()
    {
        var session = await CreateSessionAsync();
        Emulator.OnUserMessage("list").UseTool("bash", """{"command":"ls"}""", "a.txt").Reply("One file.");

        var events = await TurnAsync(session.Id, "list");

        var call = events.OfType<AgentToolUseEvent>().ShouldHaveSingleItem();
        call.Name.ShouldBe("bash");
        call.Input.GetProperty("command").GetString().ShouldBe("ls");
        call.EvaluatedPermission.ShouldBe(EvaluatedPermission.Allow);
        events.OfType<AgentToolResultEvent>().ShouldHaveSingleItem().ToolUseId.ShouldBe(call.Id);
        call.ToString().ShouldBe("""agent.tool_use: bash {"command":"ls"}""");
    }

    [Fact]
    public async Task A_custom_tool_waits_for_its_result_and_continues()
    {
        var session = await CreateSessionAsync(Deploy);
        Emulator.OnUserMessage("deploy").CallCustomTool("trigger_deploy", """{"service":"api"}""").Reply("Deployed.");

        var waiting = await TurnAsync(session.Id, "deploy");
        var call = waiting.OfType<AgentCustomToolUseEvent>().ShouldHaveSingleItem();
        waiting[^1].ShouldBeOfType<SessionStatusIdleEvent>().StopReason.ShouldBeOfType<RequiresAction>().EventIds.ShouldBe([call.Id]);

        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Client.Sessions.Events.SendAsync(session.Id, "are you there?"));

        var rest = await TurnAsync(session.Id, new UserCustomToolResult { CustomToolUseId = call.Id, Content = ["ok"] });
        rest.OfType<AgentMessageEvent>().ShouldHaveSingleItem().Text.ShouldBe("Deployed.");
        rest[^1].ShouldBeOfType<SessionStatusIdleEvent>().StopReason.ShouldBeOfType<EndTurn>();
    }

    [Fact]
    public async Task An_interrupt_ends_the_turn()
    {
        var session = await CreateSessionAsync();
        Emulator.OnUserMessage("work").Delay(TimeSpan.FromHours(1)).Reply("never said");
        await using var stream = await Client.Sessions.Events.StreamAsync(session.Id);
        await Client.Sessions.Events.SendAsync(session.Id, "work");
        await Client.Sessions.Events.SendAsync(session.Id, new UserInterrupt());

        var events = await UntilIdleAsync(stream);

        events.OfType<AgentMessageEvent>().ShouldBeEmpty();
        events[^1].ShouldBeOfType<SessionStatusIdleEvent>().StopReason.ShouldBeOfType<EndTurn>();
    }

    [Fact]
    public async Task The_history_contains_the_streamed_events()
    {
        var session = await CreateSessionAsync();
        Emulator.OnUserMessage("Hello").Think().Reply("Hi!");

        var live = await TurnAsync(session.Id, "Hello");
        var history = await AllAsync(Client.Sessions.Events.ListAsync(session.Id, new() { PageSize = 2 }));

        history.Select(stored => stored.Id).ShouldBe(live.Select(received => received.Id).Distinct());
        (await AllAsync(Client.Sessions.Events.ListAsync(session.Id, new() { Order = SortOrder.Descending }))).Select(stored => stored.Id)
            .ShouldBe(history.Select(stored => stored.Id).Reverse());
    }

    [Fact]
    public async Task A_stream_ends_when_the_session_is_archived()
    {
        var session = await CreateSessionAsync();
        await using var stream = await Client.Sessions.Events.StreamAsync(session.Id);
        await Client.Sessions.ArchiveAsync(session.Id);

        (await AllAsync(stream))[^1].ShouldBeOfType<SessionStatusTerminatedEvent>();
    }

    [Fact]
    public async Task A_stream_ends_when_the_session_is_deleted()
    {
        var session = await CreateSessionAsync();
        await using var stream = await Client.Sessions.Events.StreamAsync(session.Id);
        await Client.Sessions.DeleteAsync(session.Id);

        (await AllAsync(stream))[^1].ShouldBeOfType<SessionDeletedEvent>();
    }

    [Fact]
    public async Task The_stream_of_a_missing_session_is_not_found() =>
        await FailsAsync(HttpStatusCode.NotFound, ApiErrorType.NotFound, () => Client.Sessions.Events.StreamAsync("sesn_01nobody"));

    [Fact]
    public async Task A_result_without_a_call_is_rejected()
    {
        var session = await CreateSessionAsync();

        await FailsAsync(
            HttpStatusCode.BadRequest,
            ApiErrorType.InvalidRequest,
            () => Client.Sessions.Events.SendAsync(session.Id, new UserCustomToolResult { CustomToolUseId = "sevt_01nobody", Content = ["x"] }));
    }

    [Fact]
    public async Task A_terminated_session_accepts_no_input()
    {
        var session = await CreateSessionAsync();
        await Client.Sessions.ArchiveAsync(session.Id);

        await FailsAsync(HttpStatusCode.BadRequest, ApiErrorType.InvalidRequest, () => Client.Sessions.Events.SendAsync(session.Id, "hello?"));
    }
}
