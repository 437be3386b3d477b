using System.Collections.Concurrent;
using System.Net;
using Managed.Agents.AspNetCore.Tests.Framework;
using Managed.Agents.Testing;
using Managed.Agents.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Managed.Agents.AspNetCore.Tests.Deduplication;

/// <summary>Ten thousand deliveries, each sent one to three times in random order by eight senders, to two hosts that share a store with an atomic claim.</summary>
public sealed class ManyDeliveriesTests
{
    private const int Deliveries = 10_000;
    private const int Senders = 8;

    [Fact]
    public async Task Each_is_handled_once()
    {
        var folder = Directory.CreateTempSubdirectory("claims");
        try
        {
            var handled = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
            await using var one = await HostAsync(folder, handled);
            await using var other = await HostAsync(folder, handled);
            var random = new Random(7);
            var attempts = Enumerable.Range(0, Deliveries).SelectMany(number => Enumerable.Repeat(number, random.Next(1, 4))).ToArray();
            random.Shuffle(attempts);

            var acknowledged = new ConcurrentDictionary<int, bool>();
            await Task.WhenAll(attempts.Chunk((attempts.Length / Senders) + 1).Select(async (share, sender) =>
            {
                foreach (var (place, number) in share.Index())
                {
                    var host = (sender + place) % 2 == 0 ? one : other;

                    // A sender is told to come again while another host has the delivery in hand.
                    while (await host.SendAsync($"whe_{number}", $"sesn_{number}") is not HttpStatusCode.NoContent)
                    {
                    }

                    handled.ShouldContainKey($"sesn_{number}", "What is acknowledged is handled.");
                    acknowledged[number] = true;
                }
            }));

            acknowledged.Count.ShouldBe(Deliveries);
            handled.Count.ShouldBe(Deliveries);
            handled.Values.ShouldAllBe(static times => times == 1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<Receiver> HostAsync(DirectoryInfo folder, ConcurrentDictionary<string, int> handled)
    {
        var clock = new ManualTimeProvider();
        return Receiver.StartAsync(
            app => app.MapManagedAgentsWebhooks("/hook").On<SessionStatusIdledWebhook>((idled, _, _) =>
            {
                handled.AddOrUpdate(idled.Id, 1, static (_, times) => times + 1);
                return Task.CompletedTask;
            }),
            services => services.AddSingleton<IWebhookDeduplicator>(new FolderDeduplicator(folder.FullName, clock)),
            clock);
    }
}
