using System.Globalization;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Running.Following;

/// <summary>Positions as text: what is refused, and why.</summary>
public sealed class SessionPositionTests
{
    private const long Latest = 3155378975999999999;

    public static TheoryData<string, string> Invalid { get; } = new()
    {
        { "", "JSON" },
        { "[]", "not a JSON object" },
        { "7", "not a JSON object" },
        { "{}", "'version' is missing" },
        { Position(version: "2"), "version is 2" },
        { Position(version: "1.5"), "'version'" },
        { Position(version: "\"1\""), "wrong type" },
        { Position(session: "null"), "'session_id'" },
        { Position(session: "\"\""), "'session_id'" },
        { Position(session: "\"a/b\""), "'session_id'" },
        { Position(session: "\"..\""), "'session_id'" },
        { Position(session: "\"\\ud800\""), "wrong type" },
        { Position(more: ",\"thread_id\":\"\""), "'thread_id'" },
        { Position(more: ",\"thread_id\":null"), "'thread_id'" },
        { Position(from: "\"now\""), "wrong type" },
        { Position(from: "1e30"), "'from'" },
        { Position(recent: "{}"), "wrong type" },
        { Position(recent: "[[\"a\"]]"), "'recent'" },
        { Position(recent: "[[\"a\",1,2]]"), "'recent'" },
        { Position(recent: "[[\"\",1]]"), "'recent'" },
        { Position(recent: "[[null,1]]"), "'recent'" },
        { Position(recent: "[[\"a\",-1]]"), "out of range" },
        { Position(from: "-1", recent: "[[\"a\",0]]"), "out of range" },
        { Position(from: long.MinValue.ToString(CultureInfo.InvariantCulture), recent: "[[\"a\",0]]"), "out of range" },
        { Position(from: long.MinValue.ToString(CultureInfo.InvariantCulture), recent: $"[[\"a\",0],[\"b\",{long.MaxValue}]]"), "out of range" },
        { Position(from: long.MaxValue.ToString(CultureInfo.InvariantCulture), recent: "[[\"a\",1]]"), "out of range" },
        { Position(from: Latest.ToString(CultureInfo.InvariantCulture), recent: "[[\"a\",1]]"), "out of range" },
        { Position(recent: $"[{Repeat("[\"a\",1]", 65)}]"), "65 entries" },
        { Position(queued: $"[{Repeat("\"a\"", 129)}]"), "129 entries" },
        { Position(queued: $"[{Repeat("\"a\"", 1_000_000)}]"), "1000000 entries" },
        { Position(queued: "[null]"), "'queued'" },
        { Position(queued: "[7]"), "wrong type" },
        { Position() + " and more", "JSON" },
    };

    [Theory]
    [MemberData(nameof(Invalid), DisableDiscoveryEnumeration = true)]
    public void An_invalid_text_is_refused_with_the_reason(string text, string reason)
    {
        var problem = Should.Throw<FormatException>(() => SessionPosition.Parse(text));

        problem.Message.ShouldStartWith("Not a valid session position: ");
        if (reason != "JSON")
        {
            problem.Message.ShouldContain(reason);
        }

        SessionPosition.TryParse(text, out _).ShouldBeFalse();
    }

    public static TheoryData<string> Valid { get; } = new()
    {
        Position(),
        Position(recent: "[[\"a\",0]]"),
        Position(from: Latest.ToString(CultureInfo.InvariantCulture), recent: "[[\"a\",0]]"),
        Position(from: "5", recent: "[[\"a\",-5],[\"b\",7]]"),
        Position(recent: $"[{Repeat("[\"a\",3155378975999999999]", 64)}]"),
        Position(queued: $"[{Repeat("\"a\"", 128)}]"),
        Position(more: ",\"thread_id\":\"sthr_1\",\"news\":{}"),
    };

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_text_that_is_accepted_is_written_so_that_it_is_accepted_again(string text)
    {
        var position = SessionPosition.Parse(text);

        SessionPosition.Parse(position.ToString()).ShouldBe(position);
        SessionPosition.Parse(position.ToString()).ToString().ShouldBe(position.ToString());
    }

    [Fact]
    public void The_start_of_a_session_has_no_events()
    {
        var start = SessionPosition.Start("sesn_1");

        start.SessionId.ShouldBe("sesn_1");
        start.ThreadId.ShouldBeNull();
        start.ShouldBe(SessionPosition.Parse(start.ToString()));
        start.ToString().ShouldBe("""{"version":1,"session_id":"sesn_1","from":0,"recent":[],"queued":[]}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a/b")]
    public void The_start_of_a_session_needs_a_valid_id(string id) =>
        Should.Throw<ArgumentException>(() => SessionPosition.Start(id)).ParamName.ShouldBe("sessionId");

    private static string Position(string version = "1", string session = "\"sesn_1\"", string from = "0", string recent = "[]", string queued = "[]", string more = "") =>
        $"{{\"version\":{version},\"session_id\":{session},\"from\":{from},\"recent\":{recent},\"queued\":{queued}{more}}}";

    private static string Repeat(string item, int count) => string.Join(',', Enumerable.Repeat(item, count));
}
