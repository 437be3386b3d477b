namespace Managed.Agents.Emulator.Tests;

/// <summary>Outcomes and their evaluations.</summary>
public sealed class OutcomeTests
{
    [Fact]
    public async Task An_outcome_is_evaluated_revised_and_satisfied()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnOutcome().Reply("first draft").Evaluate("needs_revision", "Too short.").Reply("second draft").Evaluate("satisfied", "Good.");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);

        var sent = await api.SendEventsAsync(session, Inputs.Outcome("A report"));

        var outcome = sent.Data.Single();
        outcome["outcome_id"]!.GetValue<string>().ShouldStartWith("outc_01");
        outcome["processed_at"].ShouldNotBeNull();
        outcome["max_iterations"]!.GetValue<int>().ShouldBe(3);
        var events = await stream.UntilIdleAsync();
        events.Types().Where(static type => !type.StartsWith("span.model", StringComparison.Ordinal)).ShouldBe([
            "user.define_outcome", "session.status_running", "agent.message",
            "span.outcome_evaluation_start", "span.outcome_evaluation_ongoing", "span.outcome_evaluation_end", "agent.message",
            "span.outcome_evaluation_start", "span.outcome_evaluation_ongoing", "span.outcome_evaluation_end", "session.usage", "session.status_idle",
        ]);
        var starts = events.Where(static e => e.Type() == "span.outcome_evaluation_start").ToList();
        var ends = events.Where(static e => e.Type() == "span.outcome_evaluation_end").ToList();
        starts.Select(static e => e["iteration"]!.GetValue<int>()).ShouldBe([0, 1]);
        ends.Select(static e => e["result"]!.GetValue<string>()).ShouldBe(["needs_revision", "satisfied"]);
        ends[1]["outcome_evaluation_start_id"]!.GetValue<string>().ShouldBe(starts[1].Id());
        var evaluation = (await api.GetAsync($"/v1/sessions/{session}"))["outcome_evaluations"]!.AsArray().ShouldHaveSingleItem()!;
        evaluation["result"]!.GetValue<string>().ShouldBe("satisfied");
        evaluation["iteration"]!.GetValue<int>().ShouldBe(1);
        evaluation["completed_at"].ShouldNotBeNull();
    }

    [Fact]
    public async Task The_last_iteration_ends_the_outcome_with_a_final_message()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnOutcome().Reply("draft").Evaluate("needs_revision").Reply("draft").Evaluate("needs_revision");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);

        await api.SendEventsAsync(session, Inputs.Outcome("A report", iterations: 2));

        var events = await stream.UntilIdleAsync();
        events.Where(static e => e.Type() == "span.outcome_evaluation_end").Select(static e => e["result"]!.GetValue<string>()).ShouldBe(["needs_revision", "max_iterations_reached"]);
        events.Types().TakeLast(5).ShouldBe(["span.model_request_start", "agent.message", "span.model_request_end", "session.usage", "session.status_idle"]);
    }

    [Fact]
    public async Task An_outcome_without_a_script_is_satisfied()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);

        await api.SendEventsAsync(session, Inputs.Outcome("A report"));

        (await stream.UntilIdleAsync()).Only("span.outcome_evaluation_end")["result"]!.GetValue<string>().ShouldBe("satisfied");
    }

    [Fact]
    public async Task Only_one_outcome_can_be_active()
    {
        await using var api = await TestApi.StartAsync();
        var go = new TaskCompletionSource();
        api.Emulator.OnOutcome().WaitFor(token => go.Task.WaitAsync(token)).Reply("done");
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SendEventsAsync(session, Inputs.Outcome("one"));

        (await api.SendEventsAsync(session, Inputs.Outcome("two"))).Message.ShouldContain("still active");
        (await api.GetAsync($"/v1/sessions/{session}"))["outcome_evaluations"]![0]!["result"]!.GetValue<string>().ShouldBe("running");
        go.SetResult();
        await stream.UntilIdleAsync();

        (await api.SendEventsAsync(session, Inputs.Outcome("two"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_interrupt_ends_the_outcome_before_its_evaluation()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnOutcome().WaitFor(static token => Task.Delay(Timeout.Infinite, token));
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SendEventsAsync(session, Inputs.Outcome("one"));
        await stream.UntilAsync("span.model_request_start");

        await api.SendEventsAsync(session, Inputs.Interrupt());

        var events = await stream.UntilIdleAsync();
        events.Types().ShouldBe(["span.model_request_end", "span.outcome_evaluation_end", "user.interrupt", "session.usage", "session.status_idle"]);
        events[1]["result"]!.GetValue<string>().ShouldBe("interrupted");
        events[1]["outcome_evaluation_start_id"]!.GetValue<string>().ShouldBe("");
    }

    [Fact]
    public async Task An_interrupt_during_the_evaluation_references_it()
    {
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = new Managed.Agents.Testing.ManualTimeProvider());
        api.Emulator.OnOutcome().Reply("draft").Evaluate("satisfied", duration: TimeSpan.FromMinutes(1));
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SendEventsAsync(session, Inputs.Outcome("one"));
        var start = (await stream.UntilAsync("span.outcome_evaluation_start"))[^1].Id();

        await api.SendEventsAsync(session, Inputs.Interrupt());

        (await stream.UntilIdleAsync()).Only("span.outcome_evaluation_end")["outcome_evaluation_start_id"]!.GetValue<string>().ShouldBe(start);
    }

    [Fact]
    public async Task A_queued_outcome_survives_an_interrupt_of_the_preceding_turn()
    {
        await using var api = await TestApi.StartAsync();
        api.Emulator.OnUserMessage("work").WaitFor(static token => Task.Delay(Timeout.Infinite, token));
        var session = await api.CreateSessionAsync();
        var stream = await api.StreamAsync(session);
        await api.SendEventsAsync(session, Inputs.Message("work"), Inputs.Outcome("later"));
        await stream.UntilAsync("span.model_request_start");

        await api.SendEventsAsync(session, Inputs.Interrupt());

        (await stream.UntilIdleAsync()).Types().ShouldNotContain("span.outcome_evaluation_end");
        (await stream.UntilIdleAsync()).Only("span.outcome_evaluation_end")["result"]!.GetValue<string>().ShouldBe("satisfied");
    }
}
