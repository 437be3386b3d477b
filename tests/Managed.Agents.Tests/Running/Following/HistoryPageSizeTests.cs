using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>The page size of a history: smaller after incomplete responses (<c>-</c>), larger after complete ones (<c>+</c>).</summary>
public sealed class HistoryPageSizeTests
{
    [Theory]
    [InlineData(250, "", "250")]
    [InlineData(250, "+++++", "250 250 250 250 250 250")]
    [InlineData(250, "-----", "250 64 16 4 1 1")]
    [InlineData(64, "----", "64 16 4 1 1")]
    [InlineData(1000, "--", "1000 256 64")]
    [InlineData(3, "--", "3 1 1")]
    [InlineData(1, "-+", "1 1 1")]
    [InlineData(250, "-++++", "250 64 64 64 64 250")]
    [InlineData(250, "--++++++++", "250 64 16 16 16 16 64 64 64 64 250")]
    [InlineData(250, "--+++-", "250 64 16 16 16 16 4")]
    [InlineData(250, "--+++-++++", "250 64 16 16 16 16 4 4 4 4 16")]
    [InlineData(250, "-----++++", "250 64 16 4 1 1 1 1 1 4")]
    public void The_size_follows_the_responses(int largest, string responses, string sizes)
    {
        var size = new HistoryPageSize(largest);
        var actual = new List<int> { size.Current };
        foreach (var response in responses)
        {
            if (response == '+')
            {
                size.Succeed();
            }
            else
            {
                var before = size.Current;
                size.TryShrink().ShouldBe(before > 1);
            }

            actual.Add(size.Current);
        }

        string.Join(' ', actual).ShouldBe(sizes);
    }

    [Fact]
    public void A_size_that_fails_right_after_growing_is_tried_again_later_each_time()
    {
        var size = new HistoryPageSize();
        size.TryShrink();
        size.TryShrink();
        size.TryShrink();
        var pages = new List<int>();
        for (var i = 0; i < 7; i++)
        {
            pages.Add(PagesUntilGrowth(size));
            size.TryShrink();
        }

        pages.ShouldBe([4, 8, 16, 32, 64, 64, 64]);
        PagesUntilGrowth(size);
        size.Succeed();
        size.TryShrink();
        PagesUntilGrowth(size).ShouldBe(4, "the larger size was received completely once");
    }

    private static int PagesUntilGrowth(HistoryPageSize size)
    {
        var before = size.Current;
        for (var pages = 1; ; pages++)
        {
            size.Succeed();
            if (size.Current > before)
            {
                return pages;
            }
        }
    }
}
