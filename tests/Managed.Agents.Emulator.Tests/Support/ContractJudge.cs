using System.Text.Json;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Validates responses and events against the wire contract.</summary>
internal static class ContractJudge
{
    private static readonly Router Router = new(ContractCatalog.Instance);

    public static void Check(string method, string pathAndQuery, IReadOnlyCollection<string> betas, int status, string json)
    {
        using var document = JsonDocument.Parse(json);
        if (status >= 400)
        {
            CheckError(document.RootElement);
            return;
        }

        var (operation, _) = Router.Find(method, pathAndQuery.Split('?')[0], betas);
        if (operation.Item is { } item)
        {
            foreach (var element in document.RootElement.GetProperty("data").EnumerateArray())
            {
                item.Check(element, ContractPath.Answer);
            }
        }
        else if (!operation.IsNullable || document.RootElement.ValueKind is not JsonValueKind.Null)
        {
            operation.Response!.Check(document.RootElement, ContractPath.Answer);
        }
    }

    private static void CheckError(JsonElement envelope)
    {
        envelope.GetProperty("type").GetString().ShouldBe("error");
        envelope.GetProperty("request_id").GetString().ShouldStartWith("req_");
        var error = envelope.GetProperty("error");

        // The contract has no object for this type, which is returned with 413.
        if (error.GetProperty("type").GetString() != "request_too_large")
        {
            ContractCatalog.Instance.Type("BetaManagedAgentsErrorObject").Check(error, ContractPath.Answer);
        }
    }

    public static void CheckEvent(string json)
    {
        using var document = JsonDocument.Parse(json);
        ContractCatalog.Instance.Operation("sessions.events.stream").Item!.Check(document.RootElement, ContractPath.Answer);
    }
}
