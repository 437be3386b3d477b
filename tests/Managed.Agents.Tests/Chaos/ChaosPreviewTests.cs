using System.Text;
using Managed.Agents.Emulator;
using Managed.Agents.Tests.Framework;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Chaos;

/// <summary>Text as it grows, over connections that are cut in the middle of it: no character twice, none lost.</summary>
public sealed class ChaosPreviewTests
{
    private const int Messages = 150;

    public static TheoryData<int> Seeds => ChaosSeeds.All;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_pieces_of_every_message_are_its_text(int seed)
    {
        await using var emulator = await AgentsEmulator.StartAsync(new AgentsEmulatorOptions { Seed = seed });
        using var permits = new SemaphoreSlim(2);
        var script = emulator.OnAnyUserMessage();
        for (var i = 0; i < Messages; i++)
        {
            script.WaitFor(permits.WaitAsync).Reply($"Message {i}: " + string.Join(' ', Enumerable.Range(0, 12).Select(word => $"word{word}")), duration: TimeSpan.FromMilliseconds(4));
        }

        using var calm = emulator.CreateClient();
        var agent = await calm.Agents.CreateAsync(new() { Name = "talker", Model = "claude-sonnet-5-5" });
        var environment = await calm.Environments.CreateAsync(new() { Name = "chaos" });
        var session = await calm.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id });
        var cuts = emulator.Faults.OnStreams().AfterBytes(500, 8_000).Cut();

        using var client = emulator.CreateClient(timeProvider: new FastTimeProvider(), configure: static options => options.Timeout = options.StreamOpenTimeout = options.StreamIdleTimeout = Timeout.InfiniteTimeSpan);
        var feed = client.Sessions.Events.FollowAsync(session.Id, new SessionFollowOptions
        {
            EventDeltas = [EventDeltaType.AgentMessage],
            HistoryDelay = TimeSpan.FromMinutes(2),
        });
        await calm.Sessions.Events.SendAsync(session.Id, "go");
        var projection = new MessageProjection();
        var shown = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        var completed = new List<MessageCompleted>();
        await foreach (var received in feed)
        {
            foreach (var update in projection.Apply(received))
            {
                if (update is MessageTextAdded added)
                {
                    if (!shown.TryGetValue(added.EventId, out var text))
                    {
                        shown[added.EventId] = text = new StringBuilder();
                    }

                    text.Append(added.Text);
                }
                else
                {
                    permits.Release();
                    completed.Add(update.ShouldBeOfType<MessageCompleted>($"seed {seed}"));
                }
            }

            if (received is SessionStatusIdleEvent)
            {
                break;
            }
        }

        completed.Count.ShouldBe(Messages, $"seed {seed}");
        completed.ShouldAllBe(one => !one.IsCorrected && shown[one.EventId].ToString() == one.Message.Text, $"seed {seed}");
        cuts.Hits.ShouldBeGreaterThan(5, $"seed {seed}");
    }
}
