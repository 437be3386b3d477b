using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Turns.Runner;

/// <summary>The number of requests that a turn needs if nothing goes wrong.</summary>
public sealed class TurnRequestTests : EmulatorTest
{
    private static readonly string[] Undisturbed = ["GET events", "GET events", "GET events/stream", "POST events"];

    // It stands still, so that a slow machine does not look like a slow service, whose history a turn reads again.
    protected override TimeProvider ClientClock { get; } = new TestTimeProvider();

    [Fact]
    public async Task A_turn_needs_four_requests()
    {
        var session = await CreateSessionAsync();

        (await RequestsOfTurnAsync(session.Id)).ShouldBe(Undisturbed);
    }

    [Fact]
    public async Task After_five_thousand_messages_a_turn_needs_the_same_requests()
    {
        const int Messages = 5_000;
        const int MessagesPerRequest = 250;
        var session = await CreateSessionAsync();
        for (var sent = 0; sent < Messages; sent += MessagesPerRequest)
        {
            await Client.Sessions.RunAsync(session.Id, [.. Enumerable.Range(sent, MessagesPerRequest).Select(static number => new UserMessage($"Message {number}."))]).Guarded();
        }

        // The clock of the emulator stands still, and events of the same time cannot be told apart by time.
        await AtNextSecondAsync(() => Client.Sessions.RunAsync(session.Id, "Hello."));

        (await AtNextSecondAsync(() => RequestsOfTurnAsync(session.Id))).ShouldBe(Undisturbed);
    }

    private Task<T> AtNextSecondAsync<T>(Func<Task<T>> run)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return run().Guarded();
    }

    private async Task<List<string>> RequestsOfTurnAsync(string sessionId)
    {
        var last = Emulator.Requests[^1].RequestId;
        (await Client.Sessions.RunAsync(sessionId, "Hello.").Guarded()).Ending.ShouldBe(TurnEnding.Completed);
        return
        [
            .. Emulator.Requests.Reverse().TakeWhile(request => request.RequestId != last)
                .Select(request => $"{request.Method} {request.Path[(request.Path.IndexOf(sessionId, StringComparison.Ordinal) + sessionId.Length + 1)..]}")
                .Order(StringComparer.Ordinal),
        ];
    }
}
