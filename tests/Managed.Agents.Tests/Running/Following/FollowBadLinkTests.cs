using System.Web;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>Following over a connection that cuts responses, on a virtual clock and with the default options of a feed.</summary>
public sealed class FollowBadLinkTests
{
    private readonly TestTimeProvider _clock = new();
    private readonly List<SessionFollowNotice> _notices = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_proxy_that_cuts_every_2000_bytes_costs_no_event(int seed)
    {
        const int count = 1000;
        var random = new Random(seed);
        using var session = new CuttingSession(count, stored: 500, _ => (int)(-2000 * Math.Log(1 - random.NextDouble())));
        using var client = Client(session);
        var handled = new List<string>();
        string? position = null;
        var runs = 0;
        while (handled.Count < count)
        {
            runs++;
            position = await ReadAsync(client, position, handled, random.Next(50, 400));
        }

        handled.ShouldBe(Enumerable.Range(0, count).Select(CuttingSession.IdOf), $"seed {seed}");
        session.Cuts.ShouldBeGreaterThan(50);
        runs.ShouldBeGreaterThan(2);
        (_clock.GetUtcNow() - _clock.Start).ShouldBeLessThan(TimeSpan.FromMinutes(40), $"reading continues soon where it was cut: {_notices.Count} notices, {_notices.OfType<SessionFollowDisconnected>().Sum(static n => n.Delay.TotalSeconds)} s");
    }

    [Fact]
    public async Task A_page_that_never_arrives_completely_gets_smaller_and_larger_again_without_a_new_connection()
    {
        using var session = new CuttingSession(500, stored: 500, _ => 8000);
        using var client = Client(session);
        var handled = new List<string>();
        await ReadAsync(client, null, handled, int.MaxValue);

        handled.ShouldBe(Enumerable.Range(0, 500).Select(CuttingSession.IdOf));
        var sizes = session.Lists.Select(static query => HttpUtility.ParseQueryString(query)["limit"]).ToList();
        sizes.Take(9).ShouldBe(["250", "64", "16", "16", "16", "16", "64", "16", "16"]);
        sizes.Count.ShouldBeLessThan(50);
        _notices.OfType<SessionFollowDisconnected>().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_current_position_is_read_over_a_bad_link()
    {
        using var session = new CuttingSession(500, stored: 499, _ => 8000);
        using var client = Client(session);

        var position = await client.Sessions.Events.GetPositionAsync("sesn_1").Guarded();

        var handled = new List<string>();
        await ReadAsync(client, position.ToString(), handled, int.MaxValue);
        handled.ShouldBe([CuttingSession.IdOf(499)]);
    }

    [Fact]
    public async Task A_page_that_takes_too_long_is_read_again_in_a_smaller_page()
    {
        using var session = new CuttingSession(500, stored: 500, _ => int.MaxValue);
        using var slow = new TestHandler(async (request, send, cancellationToken) =>
        {
            await (request.RequestUri!.Query.Contains("limit=250", StringComparison.Ordinal) ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask);
            return await send();
        })
        {
            InnerHandler = session,
        };
        using var client = Clients.Over(
            slow,
            static options =>
            {
                options.Resilience = null;
                options.Timeout = TimeSpan.FromSeconds(30);
            },
            _clock);
        var handled = new List<string>();
        await ReadAsync(client, null, handled, 64);

        handled.ShouldBe(Enumerable.Range(0, 64).Select(CuttingSession.IdOf));
        _notices.OfType<SessionFollowDisconnected>().ShouldHaveSingleItem().Reason.ShouldBeOfType<ManagedAgentsTimeoutException>();
    }

    private ManagedAgentsClient Client(CuttingSession session) => Clients.Over(session, static options => options.Resilience = null, _clock);

    /// <summary>Reads events until the feed ends or the consumer crashes, and returns the position.</summary>
    private async Task<string> ReadAsync(ManagedAgentsClient client, string? position, List<string> handled, int maximum)
    {
        var feed = client.Sessions.Events.FollowAsync("sesn_1", new() { From = position is null ? null : SessionPosition.Parse(position), OnNotice = _notices.Add });
        var reading = Task.Run(async () =>
        {
            await foreach (var received in feed)
            {
                if (maximum-- == 0)
                {
                    return;
                }

                handled.Add(received.Id);
            }
        });
        await _clock.AdvanceUntilAsync(reading, TimeSpan.FromSeconds(1));
        return feed.Position.ToString();
    }
}
