using System.Text.Json;
using Managed.Agents.Dreams;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Resources.Dreams;

public sealed class SessionsDreamInputTests
{
    [Fact]
    public void Sessions_can_be_passed_as_single_ids_an_array_or_a_list()
    {
        string[] array = ["sesn_1", "sesn_2"];
        List<string> list = ["sesn_1", "sesn_2"];

        foreach (var input in new[] { new SessionsDreamInput("sesn_1", "sesn_2"), new SessionsDreamInput(array), new SessionsDreamInput(list) })
        {
            JsonSerializer.Serialize<DreamInput>(input, ManagedAgentsJson.Options).ShouldBe("""{"type":"sessions","session_ids":["sesn_1","sesn_2"]}""");
        }

        var one = new SessionsDreamInput(list);
        list.Clear();
        one.ShouldBe(new SessionsDreamInput(array));
    }
}
