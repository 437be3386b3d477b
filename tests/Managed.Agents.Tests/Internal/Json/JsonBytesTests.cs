using System.Text;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Internal.Json;

/// <summary>The ends of JSON values, found by quotes and brackets.</summary>
public sealed class JsonBytesTests
{
    [Theory]
    [InlineData("{}", false)]
    [InlineData("7", false)]
    [InlineData("", false)]
    [InlineData("<html>", false)]
    [InlineData("{\"a\":[1,{\"b\":\"]}\"}]}", false)]
    [InlineData("{\"a\":\"\\\"\"}", false)]
    [InlineData("{\"a\":}", false)]
    [InlineData("{}}", false)]
    [InlineData("{", true)]
    [InlineData("{\"a\":[]", true)]
    [InlineData("{\"a", true)]
    [InlineData("{\"a\":\"\\\"}", true)]
    [InlineData("{\"a\":\"\\", true)]
    [InlineData("\"a", true)]
    public void JSON_is_truncated_if_a_string_or_bracket_is_open(string json, bool isTruncated) =>
        JsonBytes.IsTruncated(Encoding.UTF8.GetBytes(json)).ShouldBe(isTruncated);

    [Theory]
    [InlineData("]", "")]
    [InlineData(" \n] ", "")]
    [InlineData("{}],\"next_page\":null}", "{}")]
    [InlineData(" {\"a\":[1,2]} , [3,[4]],5\t]", "{\"a\":[1,2]}|[3,[4]]|5")]
    [InlineData("{\"a\":\",]}\\\"\"},\"b\"]", "{\"a\":\",]}\\\"\"}|\"b\"")]
    [InlineData("{},]", "{}|")]
    [InlineData("{}},{}]", "{}}|{}")]
    [InlineData("{} {},{}]", "{} {}|{}")]
    public void Items_are_cut_at_commas_outside_of_brackets(string rest, string expected)
    {
        var json = Encoding.UTF8.GetBytes(rest);
        var items = new List<string>();
        var at = 0;
        for (var isLast = false; !isLast;)
        {
            JsonBytes.TryReadItem(json, ref at, out var item, out isLast).ShouldBeTrue();
            items.Add(Encoding.UTF8.GetString(item));
        }

        string.Join('|', items).ShouldBe(expected);
        json[at].ShouldBe((byte)']');
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"a\":]")]
    [InlineData("\"]")]
    public void An_array_without_an_end_is_reported(string rest)
    {
        var at = 0;

        JsonBytes.TryReadItem(Encoding.UTF8.GetBytes(rest), ref at, out _, out var isLast).ShouldBeFalse();
        isLast.ShouldBeFalse();
    }
}
