using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Chaos;

/// <summary>
/// Following a session of ten thousand events over connections that are cut at random bytes, silent, failing, split and doubled, with a
/// history that lags, and a consumer that crashes and goes on from the position it stored last.
/// </summary>
public sealed class ChaosFollowTests
{
    private const int Turns = 34;
    private const int LeastEvents = 10_000;
    private const int LeastCuts = 500;

    public static TheoryData<int> Seeds => ChaosSeeds.All;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_event_is_handled_once_relative_to_the_stored_position_and_in_order(int seed)
    {
        await using var session = await ChaosSession.StartAsync(seed);
        var consumer = new ChaosConsumer(session, seed);

        var handled = await consumer.RunAsync(Turns).WaitAsync(TimeSpan.FromMinutes(5));

        var failing = $"seed {seed}: {ChaosSeeds.Variable}={seed} dotnet test tests/Managed.Agents.Tests --filter Chaos";
        var history = await session.HistoryAsync();
        history.Count.ShouldBeGreaterThanOrEqualTo(LeastEvents, failing);
        session.Cuts.Hits.ShouldBeGreaterThanOrEqualTo(LeastCuts, failing);
        consumer.Crashes.ShouldBeGreaterThan(10, failing);

        var processed = handled.Where(static one => one is { Id.Length: > 0, ProcessedAt: not null }).Select(static one => one.Id).ToList();
        processed.Distinct().Count().ShouldBe(processed.Count, $"twice: {string.Join(", ", processed.GroupBy(static id => id).Where(static same => same.Count() > 1).Select(static same => same.Key).Take(5))}; {failing}");
        history.Select(static one => one.Id).Except(processed).ShouldBeEmpty(failing);
        processed.ShouldBe(history.Select(static one => one.Id), failing);

        var queued = handled.Where(static one => one is { Id.Length: > 0, ProcessedAt: null }).Select(static one => one.Id).ToList();
        queued.Distinct().Count().ShouldBe(queued.Count, failing);
        queued.Except(processed).ShouldBeEmpty(failing);
    }
}
