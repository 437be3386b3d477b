using System.Text;
using Managed.Agents.Emulator;
using Managed.Agents.Tests.Framework;
using Managed.Agents.Tests.Running.Following;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Previews;

/// <summary>Streamed message text over connections that are lost in the middle, without duplicate or lost characters.</summary>
public sealed class ChaosPreviewTests
{
    private const int Messages = 150;

    public static TheoryData<int> Seeds => ChaosSeeds.All;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_added_texts_of_a_message_together_equal_its_text(int seed)
    {
        await using var emulator = await AgentsEmulator.StartAsync(new AgentsEmulatorOptions { Seed = seed });
        using var permits = new SemaphoreSlim(2);
        var script = emulator.OnAnyUserMessage();
        for (var i = 0; i < Messages; i++)
        {
            script.WaitFor(permits.WaitAsync).Reply($"Message {i}: " + string.Join(' ', Enumerable.Range(0, 12).Select(word => $"word{word}")), duration: TimeSpan.FromMilliseconds(4));
        }

        using var reliable = emulator.CreateClient();
        var agent = await reliable.Agents.CreateAsync(new() { Name = "talker", Model = "claude-sonnet-5-5" });
        var environment = await reliable.Environments.CreateAsync(new() { Name = "chaos" });
        var session = await reliable.Sessions.CreateAsync(new() { Agent = agent.Id, EnvironmentId = environment.Id });
        var lostConnections = emulator.Faults.OnStreams().AfterBytes(500, 8_000).Cut();

        using var client = emulator.CreateClient(timeProvider: new AcceleratedTimeProvider(), configure: static options => options.Timeout = options.StreamOpenTimeout = options.StreamIdleTimeout = Timeout.InfiniteTimeSpan);
        var feed = client.Sessions.Events.FollowAsync(session.Id, new SessionFollowOptions
        {
            EventDeltas = [EventDeltaType.AgentMessage],
            HistoryDelay = TimeSpan.FromMinutes(2),
        });
        await reliable.Sessions.Events.SendAsync(session.Id, "go");
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
        lostConnections.Hits.ShouldBeGreaterThan(5, $"seed {seed}");
    }
}
