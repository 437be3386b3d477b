using System.Text;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Json;

/// <summary>Halves of characters in JSON: replaced in texts, kept in what identifies something.</summary>
public sealed class LoneSurrogatesTests
{
    [Theory]
    [InlineData("{\"text\":\"cut \\ud83d\"}", "{\"text\":\"cut \\ufffd\"}")]
    [InlineData("{\"text\":\"cut \\uD83D end\"}", "{\"text\":\"cut \\ufffd end\"}")]
    [InlineData("{\"text\":\"\\udE00 cut\"}", "{\"text\":\"\\ufffd cut\"}")]
    [InlineData("{\"text\":\"\\ud83d\\ud83d\\ude00\"}", "{\"text\":\"\\ufffd\\ud83d\\ude00\"}")]
    [InlineData("{\"text\":\"\\ud83d\\u0041\"}", "{\"text\":\"\\ufffd\\u0041\"}")]
    [InlineData("{\"text\":\"\\ud83d\\n\"}", "{\"text\":\"\\ufffd\\n\"}")]
    [InlineData("{\"text\":\"\\ud83d\\ude00\"}", "{\"text\":\"\\ud83d\\ude00\"}")]
    [InlineData("{\"text\":\"\\\\ud83d\"}", "{\"text\":\"\\\\ud83d\"}")]
    [InlineData("{\"text\":\"\\\\\\ud83d\"}", "{\"text\":\"\\\\\\ufffd\"}")]
    [InlineData("{\"text\":\"\\ud7ff \\ue000\"}", "{\"text\":\"\\ud7ff \\ue000\"}")]
    [InlineData("{\"text\":\"\\\"\\ud83d\\\"\",\"b\":\"\\udfff\"}", "{\"text\":\"\\\"\\ufffd\\\"\",\"b\":\"\\ufffd\"}")]
    [InlineData("[\"\\ud83d\",{\"id\":\"\\ud83d\",\"type\" : \"\\ud83d\"}]", "[\"\\ufffd\",{\"id\":\"\\ufffd\",\"type\" : \"\\ufffd\"}]")]
    [InlineData("{\"input\":{\"type\":\"cut \\ud83d\"}}", "{\"input\":{\"type\":\"cut \\ufffd\"}}")]
    [InlineData("{\"title\":\"\\ud83d", "{\"title\":\"\\ud83d")]
    public void A_half_in_a_text_is_replaced(string json, string expected)
    {
        Encoding.UTF8.GetString(LoneSurrogates.Repair(Encoding.UTF8.GetBytes(json))).ShouldBe(expected);
        LoneSurrogates.Repair(Encoding.UTF8.GetBytes(json), out var isComplete);
        isComplete.ShouldBeTrue();
    }

    [Theory]
    [InlineData("{\"\\ud83d\":1}")]
    [InlineData("{\"\\ud83d\" \t\r\n :1}")]
    [InlineData("{\"a\":{\"b\":[{\"\\ud83d\":1}]}}")]
    [InlineData("{\"type\":\"\\ud83d\"}")]
    [InlineData("{\"type\" : \"\\ud83d\"}")]
    [InlineData("{\"id\":\"\\ud83d\"}")]
    [InlineData("{\"custom_tool_use_id\":\"\\ud83d\"}")]
    [InlineData("{\"next_page\":\"\\ud83d\"}")]
    public void A_half_in_what_identifies_something_is_kept_and_reported(string json)
    {
        var repaired = LoneSurrogates.Repair(Encoding.UTF8.GetBytes(json), out var isComplete);

        Encoding.UTF8.GetString(repaired).ShouldBe(json);
        isComplete.ShouldBeFalse();
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("{\"text\":\"\\u0041\\n\\ud83d\\ude00 \\ud83d\\uDE00\"}", false)]
    [InlineData("{\"text\":\"\\ud83d\"}", true)]
    [InlineData("{\"text\":\"\\ude00\\ud83d\"}", true)]
    public void Only_JSON_with_a_half_is_copied(string json, bool isCopied)
    {
        var received = Encoding.UTF8.GetBytes(json);

        ReferenceEquals(LoneSurrogates.Repair(received), received).ShouldBe(!isCopied);
        Encoding.UTF8.GetString(received).ShouldBe(json, "the received bytes are not changed");
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_replaced()
    {
        var repaired = LoneSurrogates.Repair(Encoding.Latin1.GetBytes("{\"text\":\"cut \u00f0\u009f\u0098 end\",\"ok\":\"\\u00e4\"}"), out var isComplete);

        Encoding.UTF8.GetString(repaired).ShouldBe("{\"text\":\"cut \\ufffd end\",\"ok\":\"\\u00e4\"}");
        isComplete.ShouldBeTrue();
        LoneSurrogates.Repair(Encoding.Latin1.GetBytes("{\"\u00ff\":1}"), out isComplete);
        isComplete.ShouldBeFalse();
    }
}
