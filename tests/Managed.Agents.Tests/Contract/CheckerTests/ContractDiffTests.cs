using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;
using Shouldly;
using Xunit;

namespace Managed.Agents.Tests.Contract;

[Collection(ContractCollection.Name)]
public sealed class ContractDiffTests
{
    private const string Agent = "BetaManagedAgentsAgent";

    [Fact]
    public void Two_copies_are_equal()
    {
        var (code, text) = Run(static _ => { });

        code.ShouldBe(0);
        text.ShouldContain("New: 0");
        text.ShouldContain("Removed: 0");
        text.ShouldContain("Changed: 0");
    }

    [Fact]
    public void New_removed_and_changed_parts_are_printed()
    {
        var (code, text) = Run(static contract =>
        {
            var fork = (JsonObject)contract.Operation("agents.archive").DeepClone();
            fork["id"] = "agents.fork";
            ((JsonArray)contract["operations"]!).Add(fork);
            ((JsonArray)contract["operations"]!).Drop(static operation => operation["id"]!.ToString() == "models.list");
            contract.Operation("agents.list")["path"] = "/v2/agents";
            ((JsonArray)contract.Operation("agents.list")["query"]!).Add("owner_id", "string", required: false);
            ((JsonObject)contract["types"]!).Add("Stray", new JsonObject { ["kind"] = "enum", ["values"] = new JsonArray("a") });
            contract.Field(Agent, "system")["name"] = "system_prompt";
            contract.Field(Agent, "name")["nullable"] = true;
            contract.Field(Agent, "version")["type"] = "string";
            ((JsonArray)contract.Field(Agent, "tools")["type"]!["array"]!["anyOf"]!).Add("string");
            contract.DropKind("BetaManagedAgentsSessionEvent", "session.usage");
            contract.Values("BetaManagedAgentsDeltaType").Add("agent.dream");
            contract["client"]!["headers"]!["always"]!["anthropic-version"] = "2030-01-01";
        });

        code.ShouldBe(1);
        text.ReplaceLineEndings("\n").ShouldEndWith("""

            New: 6
              operation agents.fork
              query agents.list?owner_id
              field BetaManagedAgentsAgent.system_prompt
              variant BetaManagedAgentsAgent.tools: string
              value BetaManagedAgentsDeltaType: agent.dream
              type Stray

            Removed: 3
              operation models.list
              field BetaManagedAgentsAgent.system
              variant BetaManagedAgentsSessionEvent: session.usage

            Changed: 4
              operation agents.list: path "/v1/agents" -> path "/v2/agents"
              field BetaManagedAgentsAgent.name: nullable false, required true -> nullable true, required true
              field BetaManagedAgentsAgent.version: integer -> string
              section client.headers.always.anthropic-version: "2026-10-21" -> "2030-01-01"

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void An_invalid_file_is_rejected()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "[]");

        Run(file).ShouldBe((2, "A contract cannot be read: A contract is a JSON object." + Environment.NewLine));
    }

    [Fact]
    public void Without_a_file_the_command_prints_its_usage()
    {
        using var output = new StringWriter();

        Program.Run([], output).ShouldBe(2);
        output.ToString().ShouldContain("dotnet run --project tests/Managed.Agents.ContractDiff -- ");
    }

    private static (int Code, string Text) Run(Action<JsonObject> change)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, ContractFile.LoadOwn().Edit(change).Json.ToJsonString());
        return Run(file);
    }

    private static (int Code, string Text) Run(string file)
    {
        try
        {
            using var output = new StringWriter();
            return (Program.Run([file], output), output.ToString());
        }
        finally
        {
            File.Delete(file);
        }
    }
}
