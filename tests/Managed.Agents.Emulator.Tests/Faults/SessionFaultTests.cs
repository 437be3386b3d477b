using Managed.Agents.Testing;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Faults that affect how sessions are read.</summary>
public sealed class SessionFaultTests
{
    [Fact]
    public async Task A_delayed_status_is_updated_after_a_number_of_reads()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.FinishedSessionAsync();
        api.Emulator.Faults.OnSessions().Times(3).DelayStatus();

        (await StatusAsync(api, session)).ShouldBe("running");
        (await StatusAsync(api, session)).ShouldBe("running");
        (await api.PostAsync($"/v1/sessions/{session}/archive")).ShouldBeRefused("is running");
        (await StatusAsync(api, session)).ShouldBe("idle");
        (await api.PostAsync($"/v1/sessions/{session}/archive")).ShouldSucceed();
    }

    [Fact]
    public async Task A_delayed_status_is_updated_on_the_emulators_clock()
    {
        var clock = new ManualTimeProvider();
        await using var api = await TestApi.StartAsync(options => options.TimeProvider = clock);
        var session = await api.FinishedSessionAsync();
        var fault = api.Emulator.Faults.OnSessions().DelayStatus(TimeSpan.FromSeconds(2));

        (await StatusAsync(api, session)).ShouldBe("running");
        clock.Advance(TimeSpan.FromSeconds(2));
        (await StatusAsync(api, session)).ShouldBe("idle");
        fault.Hits.ShouldBe(1);
    }

    [Fact]
    public async Task A_session_that_never_ran_is_not_affected()
    {
        await using var api = await TestApi.StartAsync();
        var session = await api.CreateSessionAsync();
        var fault = api.Emulator.Faults.OnSessions().DelayStatus();

        (await StatusAsync(api, session)).ShouldBe("idle");
        fault.Hits.ShouldBe(0);
    }

    [Fact]
    public async Task A_status_delay_of_zero_is_refused()
    {
        await using var api = await TestApi.StartAsync();

        Should.Throw<ArgumentOutOfRangeException>(() => api.Emulator.Faults.OnSessions().DelayStatus(TimeSpan.Zero));
    }

    private static async Task<string> StatusAsync(TestApi api, string session) => (await api.GetAsync($"/v1/sessions/{session}")).Text("status")!;
}
