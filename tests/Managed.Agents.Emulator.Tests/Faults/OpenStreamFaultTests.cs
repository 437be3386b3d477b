namespace Managed.Agents.Emulator.Tests;

/// <summary>Faults that prevent a stream from opening, and faults that affect open streams.</summary>
public sealed class OpenStreamFaultTests
{
    [Fact]
    public async Task A_stream_can_fail_to_open()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        api.Emulator.Faults.OnRequests("sessions.events.stream").Once().Fail(529);

        (await api.SendAsync(HttpMethod.Get, $"/v1/sessions/{session}/events/stream")).Status.ShouldBe(529);
        await api.StreamAsync(session);
    }

    [Fact]
    public async Task Open_streams_can_be_cut_while_the_session_continues()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);

        api.Emulator.Faults.CutStreams();

        await Should.ThrowAsync<IOException>(stream.ToEndAsync);
        var next = await api.StreamAsync(session);
        await api.SayAsync(session, "Hello");
        (await next.UntilIdleAsync()).Types().ShouldContain("agent.message");
    }

    [Fact]
    public async Task Open_streams_can_end_with_an_error_frame()
    {
        await using var api = await TestApi.StartAsync();
        var stream = await api.StreamAsync(await api.CreateSessionAsync());

        api.Emulator.Faults.FailStreams("overloaded_error");

        var last = (await stream.ToEndAsync()).ShouldHaveSingleItem();
        last.Type().ShouldBe("error");
        last["error"]!["type"]!.GetValue<string>().ShouldBe("overloaded_error");
        last["request_id"]!.GetValue<string>().ShouldStartWith("req_01");
    }
}
