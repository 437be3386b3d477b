using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following.ThreadFeeds;

/// <summary>The threads in a position as text.</summary>
public sealed class ThreadPositionTests
{
    private const string Thread = """{"version":1,"session_id":"sesn_1","thread_id":"sthr_1","from":5,"recent":[["a",0]],"queued":[]}""";

    [Fact]
    public void A_position_with_threads_survives_a_round_trip()
    {
        var text = Position($"[{Thread}]", "[\"b\"]", "[\"c\"]");

        var position = SessionPosition.Parse(text);

        position.ToString().ShouldBe(text);
        position.ShouldBe(SessionPosition.Parse(position.ToString()));
        position.ShouldNotBe(SessionPosition.Start("sesn_1"));
    }

    [Theory]
    [InlineData("{}", "[]", "[]", "wrong type")]
    [InlineData("[7]", "[]", "[]", "wrong type")]
    [InlineData("[{}]", "[]", "[]", "'version' is missing")]
    [InlineData("""[{"version":1,"session_id":"sesn_1","from":0,"recent":[],"queued":[]}]""", "[]", "[]", "'open'")]
    [InlineData("""[{"version":1,"session_id":"sesn_2","thread_id":"sthr_1","from":0,"recent":[],"queued":[]}]""", "[]", "[]", "'open'")]
    [InlineData("""[{"version":1,"session_id":"sesn_1","thread_id":"a/b","from":0,"recent":[],"queued":[]}]""", "[]", "[]", "'thread_id'")]
    [InlineData("[]", "[null]", "[]", "'session_copies'")]
    [InlineData("[]", "[]", "[\"\"]", "'thread_copies'")]
    public void Invalid_threads_are_refused_with_the_reason(string open, string sessionCopies, string threadCopies, string reason) =>
        Should.Throw<FormatException>(() => SessionPosition.Parse(Position(open, sessionCopies, threadCopies))).Message.ShouldContain(reason);

    [Fact]
    public void Too_many_threads_or_copies_are_refused()
    {
        Should.Throw<FormatException>(() => SessionPosition.Parse(Position($"[{Repeat(Thread, 1001)}]", "[]", "[]"))).Message.ShouldContain("1001 entries");
        Should.Throw<FormatException>(() => SessionPosition.Parse(Position("[]", $"[{Repeat("\"a\"", 257)}]", "[]"))).Message.ShouldContain("257 entries");
        Should.Throw<FormatException>(() => SessionPosition.Parse(Position("[]", "[]", $"[{Repeat("\"a\"", 257)}]"))).Message.ShouldContain("257 entries");
    }

    [Fact]
    public void Copies_are_bounded_and_the_oldest_is_dropped()
    {
        var copies = new ThreadCopies(["a"]);
        for (var i = 1; i < ThreadCopies.Capacity; i++)
        {
            copies.IsFull.ShouldBeFalse();
            copies.Add($"b{i}");
            copies.Add($"b{i}");
        }

        copies.IsFull.ShouldBeTrue();
        copies.Contains("a").ShouldBeTrue();
        copies.Add("b0");
        copies.Contains("a").ShouldBeFalse();
        copies.Keys.Count.ShouldBe(ThreadCopies.Capacity);
        copies.Remove("b0");
        copies.Contains("b0").ShouldBeFalse();
        copies.Keys.ShouldNotContain("b0");
        copies.IsFull.ShouldBeFalse();
    }

    private static string Position(string open, string sessionCopies, string threadCopies) =>
        $"{{\"version\":1,\"session_id\":\"sesn_1\",\"from\":0,\"recent\":[],\"queued\":[],\"threads\":{{\"open\":{open},\"session_copies\":{sessionCopies},\"thread_copies\":{threadCopies}}}}}";

    private static string Repeat(string item, int count) => string.Join(',', Enumerable.Repeat(item, count));
}
