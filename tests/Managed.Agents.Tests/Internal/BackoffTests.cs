using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal;

public sealed class BackoffTests
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Max = TimeSpan.FromSeconds(30);

    [Fact]
    public void Delays_double_up_to_the_maximum_and_start_again_after_a_reset()
    {
        var backoff = new Backoff(First, Max);

        Seconds(backoff, 7).ShouldBe([1, 2, 4, 8, 16, 30, 30]);
        backoff.Attempt.ShouldBe(7);
        backoff.Reset();
        backoff.Attempt.ShouldBe(0);
        Seconds(backoff, 2).ShouldBe([1, 2]);
    }

    [Fact]
    public void Many_attempts_do_not_overflow() =>
        Seconds(new Backoff(First, Max), 5000)[^1].ShouldBe(30);

    [Theory]
    [InlineData(0, 0.5, 1)]
    [InlineData(0.5, 0.75, 1.5)]
    [InlineData(1, 1, 2)]
    public void Jitter_shortens_a_delay_to_half_of_it_at_most(double jitter, double first, double second) =>
        Seconds(new Backoff(First, Max, _ => jitter), 2).ShouldBe([first, second]);

    [Fact]
    public void Jitter_gets_the_number_of_the_attempt()
    {
        var attempts = new List<int>();

        Seconds(new Backoff(First, Max, attempt => { attempts.Add(attempt); return 0; }), 3);

        attempts.ShouldBe([1, 2, 3]);
    }

    private static List<double> Seconds(Backoff backoff, int count) => [.. Enumerable.Range(0, count).Select(_ => backoff.Next().TotalSeconds)];
}
