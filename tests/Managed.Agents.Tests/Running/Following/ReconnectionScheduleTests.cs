using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>The delays between reconnections: doubling, and spread over the sessions so that many do not return together.</summary>
public sealed class ReconnectionScheduleTests : FollowTestBase
{
    [Fact]
    public async Task Every_delay_is_between_half_and_all_of_a_doubling_delay()
    {
        var delays = await DelaysAsync("sesn_1");

        delays.Count.ShouldBeGreaterThanOrEqualTo(6);
        var shares = delays.Select(static (delay, attempt) => delay.TotalSeconds / Math.Min(10, 0.5 * Math.Pow(2, attempt))).ToList();
        shares.ShouldAllBe(static share => share >= 0.5 && share <= 1);
        shares.Distinct().Count().ShouldBe(shares.Count, "each attempt has its own share");
    }

    [Fact]
    public async Task A_session_repeats_its_schedule_and_another_has_a_different_one()
    {
        // How many delays fit into the timeout depends on how far the clock is moved at a time.
        var first = (await DelaysAsync("sesn_1")).Take(6).ToList();

        (await DelaysAsync("sesn_1")).Take(6).ShouldBe(first);
        (await DelaysAsync("sesn_2")).Take(6).ShouldNotBe(first);
    }

    [Fact]
    public async Task The_first_delays_of_many_sessions_are_spread_over_the_whole_range()
    {
        var firsts = new List<double>();
        for (var session = 0; session < 40; session++)
        {
            firsts.Add((await DelaysAsync($"sesn_{session}", TimeSpan.FromSeconds(0.6)))[0].TotalSeconds);
        }

        firsts.ShouldAllBe(static delay => delay >= 0.25 && delay <= 0.5);
        firsts.Distinct().Count().ShouldBe(firsts.Count);
        firsts.Min().ShouldBeLessThan(0.3);
        firsts.Max().ShouldBeGreaterThan(0.45);
    }

    private async Task<List<TimeSpan>> DelaysAsync(string sessionId, TimeSpan? timeout = null)
    {
        Session.Override = static _ => Responses.Error(503);
        var delays = new List<TimeSpan>();
        var feed = Client.Sessions.Events.FollowAsync(sessionId, new SessionFollowOptions
        {
            OnNotice = notice => delays.Add(((SessionFollowDisconnected)notice).Delay),
            ReconnectTimeout = timeout ?? TimeSpan.FromMinutes(1),
        });

        await Should.ThrowAsync<ManagedAgentsApiException>(() => AdvanceUntilAsync(Read(feed).MoveNextAsync().AsTask()));
        return delays;
    }
}
