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

/// <summary>Eight senders send ten thousand deliveries, each one to three times and in random order, to two hosts that share a store with an atomic claim.</summary>
public sealed class ManyDeliveriesTests
{
    private const int Deliveries = 10_000;
    private const int Senders = 8;

    [Fact]
    public async Task Each_delivery_is_handled_once()
    {
        var folder = Directory.CreateTempSubdirectory("claims");
        try
        {
            var handled = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
            await using var first = await HostAsync(folder, handled);
            await using var second = await HostAsync(folder, handled);
            var random = new Random(7);
            var attempts = Enumerable.Range(0, Deliveries).SelectMany(number => Enumerable.Repeat(number, random.Next(1, 4))).ToArray();
            random.Shuffle(attempts);

            var acknowledged = new ConcurrentDictionary<int, bool>();
            await Task.WhenAll(attempts.Chunk((attempts.Length / Senders) + 1).Select(async (share, sender) =>
            {
                foreach (var (place, number) in share.Index())
                {
                    var host = (sender + place) % 2 == 0 ? first : second;

                    // The response asks for a retry while the other host is handling the delivery.
                    while (await host.SendAsync($"whe_{number}", $"sesn_{number}") is not HttpStatusCode.NoContent)
                    {
                    }

                    handled.ShouldContainKey($"sesn_{number}", "An acknowledged delivery was handled.");
                    acknowledged[number] = true;
                }
            }));

            acknowledged.Count.ShouldBe(Deliveries);
            handled.Count.ShouldBe(Deliveries);
            handled.Values.ShouldAllBe(static count => count == 1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<WebhookReceiver> HostAsync(DirectoryInfo folder, ConcurrentDictionary<string, int> handled)
    {
        var clock = new ManualTimeProvider();
        return WebhookReceiver.StartAsync(
            app => app.MapManagedAgentsWebhooks("/hook").On<SessionStatusIdledWebhook>((idled, _, _) =>
            {
                handled.AddOrUpdate(idled.Id, 1, static (_, count) => count + 1);
                return Task.CompletedTask;
            }),
            services => services.AddSingleton<IWebhookDeduplicator>(new FileWebhookDeduplicator(folder.FullName, clock)),
            clock);
    }
}
