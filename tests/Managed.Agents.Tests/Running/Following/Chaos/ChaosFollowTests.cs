using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following.Chaos;

/// <summary>
/// Follows a session of ten thousand events over connections that are lost at random bytes, idle, failing and split, with duplicate events, a
/// lagging history, and a consumer that crashes and resumes from its stored position.
/// </summary>
public sealed class ChaosFollowTests
{
    private const int Turns = 34;
    private const int MinEvents = 10_000;
    private const int MinLostConnections = 500;

    public static TheoryData<int> Seeds => ChaosSeeds.All;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_event_is_handled_once_and_in_order_relative_to_the_stored_position(int seed)
    {
        await using var session = await ChaosSession.StartAsync(seed);
        var consumer = new ChaosConsumer(session, seed);

        var handled = await consumer.RunAsync(Turns).WaitAsync(TimeSpan.FromMinutes(5));

        var failing = $"seed {seed}: {ChaosSeeds.Variable}={seed} dotnet test tests/Managed.Agents.Tests --filter Chaos";
        var history = await session.HistoryAsync();
        history.Count.ShouldBeGreaterThanOrEqualTo(MinEvents, failing);
        session.LostConnections.Hits.ShouldBeGreaterThanOrEqualTo(MinLostConnections, failing);
        consumer.Crashes.ShouldBeGreaterThan(10, failing);

        var processed = handled.Where(static one => one is { Id.Length: > 0, ProcessedAt: not null }).Select(static one => one.Id).ToList();
        processed.Distinct().Count().ShouldBe(processed.Count, $"duplicates: {string.Join(", ", processed.GroupBy(static id => id).Where(static same => same.Count() > 1).Select(static same => same.Key).Take(5))}; {failing}");
        history.Select(static one => one.Id).Except(processed).ShouldBeEmpty(failing);
        processed.ShouldBe(history.Select(static one => one.Id), failing);

        var queued = handled.Where(static one => one is { Id.Length: > 0, ProcessedAt: null }).Select(static one => one.Id).ToList();
        queued.Distinct().Count().ShouldBe(queued.Count, failing);
        queued.Except(processed).ShouldBeEmpty(failing);
    }
}
