using Managed.Agents.AspNetCore.Tests.Framework;
using Managed.Agents.Testing;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Managed.Agents.AspNetCore.Tests.Deduplication;

/// <summary>The contract of every deduplicator.</summary>
public sealed class DeduplicatorTests : IDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly ManualTimeProvider _clock = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("claims");

    public static TheoryData<string> Stores { get; } = ["memory", "cache", "file"];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_claim_belongs_to_one_caller_until_it_is_completed_or_released(string name)
    {
        var store = Store(name);

        (await store.ClaimAsync("a", Lease)).ShouldBe(WebhookClaim.Claimed);
        (await store.ClaimAsync("a", Lease)).ShouldBe(WebhookClaim.Busy);
        (await store.ClaimAsync("b", Lease)).ShouldBe(WebhookClaim.Claimed);
        (await store.IsCompletedAsync("a")).ShouldBeFalse();
        await store.CompleteAsync("a", Day);
        await store.ReleaseAsync("b");

        (await store.ClaimAsync("a", Lease)).ShouldBe(WebhookClaim.Completed);
        (await store.IsCompletedAsync("a")).ShouldBeTrue();
        (await store.ClaimAsync("b", Lease)).ShouldBe(WebhookClaim.Claimed);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_claim_expires_with_its_lease_and_a_completed_webhook_with_its_retention(string name)
    {
        var store = Store(name);
        await store.ClaimAsync("expired", Lease);
        await store.ClaimAsync("done", Lease);
        await store.CompleteAsync("done", Day);

        _clock.Advance(Lease + TimeSpan.FromSeconds(1));
        (await store.ClaimAsync("expired", Lease)).ShouldBe(WebhookClaim.Claimed);
        (await store.ClaimAsync("done", Lease)).ShouldBe(WebhookClaim.Completed);

        _clock.Advance(Day);
        (await store.IsCompletedAsync("done")).ShouldBeFalse();
        (await store.ClaimAsync("done", Lease)).ShouldBe(WebhookClaim.Claimed);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_webhook_without_a_claim_can_be_completed_and_released(string name)
    {
        var store = Store(name);

        await store.ReleaseAsync("a");
        await store.CompleteAsync("a", Day);

        (await store.ClaimAsync("a", Lease)).ShouldBe(WebhookClaim.Completed);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("file")]
    public async Task Only_one_of_many_concurrent_callers_gets_the_claim(string name)
    {
        var store = Store(name);
        foreach (var key in Enumerable.Range(0, 50))
        {
            var claims = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () => await store.ClaimAsync($"{key}", Lease))));

            claims.Count(static claim => claim == WebhookClaim.Claimed).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Expired_entries_are_removed_from_memory()
    {
        var store = new InMemoryWebhookDeduplicator(_clock);
        foreach (var key in Enumerable.Range(0, 1000))
        {
            await store.ClaimAsync($"{key}", Lease);
            await store.CompleteAsync($"{key}", Day);
        }

        store.Count.ShouldBe(1000);
        _clock.Advance(Day);

        store.Count.ShouldBe(0);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private IWebhookDeduplicator Store(string name) => name switch
    {
        "memory" => new InMemoryWebhookDeduplicator(_clock),
        "file" => new FileWebhookDeduplicator(_folder.FullName, _clock),
        _ => new DistributedCacheWebhookDeduplicator(new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions { Clock = new Clock(_clock) }))),
    };

    private sealed class Clock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
