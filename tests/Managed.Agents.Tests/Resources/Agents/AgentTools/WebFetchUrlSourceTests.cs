using System.Text.Json;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Agents.AgentTools;

public sealed class WebFetchUrlSourceTests
{
    private const string Tools = """[{"type":"tool_reference","name":"search"},{"type":"tool_reference","name":"crawl"}]""";

    [Fact]
    public void Only_and_except_accept_single_names_an_array_or_a_list()
    {
        string[] array = ["search", "crawl"];
        List<string> list = ["search", "crawl"];

        foreach (var only in new[] { WebFetchUrlSource.Only("search", "crawl"), WebFetchUrlSource.Only(array), WebFetchUrlSource.Only(list) })
        {
            Json(only).ShouldBe($$"""{"type":"only","tools":{{Tools}}}""");
        }

        foreach (var except in new[] { WebFetchUrlSource.Except("search", "crawl"), WebFetchUrlSource.Except(array), WebFetchUrlSource.Except(list) })
        {
            Json(except).ShouldBe($$"""{"type":"except","tools":{{Tools}}}""");
        }
    }

    [Fact]
    public void A_missing_list_or_name_is_refused()
    {
        Should.Throw<ArgumentNullException>(static () => WebFetchUrlSource.Only((List<string>)null!));
        Should.Throw<ArgumentNullException>(static () => WebFetchUrlSource.Except((string[])null!));
        Should.Throw<ArgumentNullException>(static () => WebFetchUrlSource.Only("search", null!)).ParamName.ShouldBe("name");
    }

    private static string Json(WebFetchUrlSource source) => JsonSerializer.Serialize(source, ManagedAgentsJson.Options);
}
