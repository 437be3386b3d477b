using System.Text.Json;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Holds answers and events against the wire contract.</summary>
internal static class ContractJudge
{
    private static readonly Router Router = new(ContractCatalog.Instance);

    public static void Check(string method, string pathAndQuery, int status, string json)
    {
        using var document = JsonDocument.Parse(json);
        if (status >= 400)
        {
            CheckError(document.RootElement);
            return;
        }

        var (operation, _) = Router.Find(method, pathAndQuery.Split('?')[0]);
        if (operation.Item is { } item)
        {
            foreach (var element in document.RootElement.GetProperty("data").EnumerateArray())
            {
                item.Check(element, ContractPath.Answer);
            }
        }
        else
        {
            operation.Response!.Check(document.RootElement, ContractPath.Answer);
        }
    }

    private static void CheckError(JsonElement envelope)
    {
        // The contract's union of errors leaves these two out, though the API answers with them.
        var type = envelope.GetProperty("error").GetProperty("type").GetString();
        if (type is "conflict_error" or "request_too_large")
        {
            envelope.GetProperty("type").GetString().ShouldBe("error");
            envelope.GetProperty("error").GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
            envelope.GetProperty("request_id").GetString().ShouldNotBeNullOrEmpty();
        }
        else
        {
            ContractCatalog.Instance.Type("BetaErrorResponse").Check(envelope, ContractPath.Answer);
        }
    }

    public static void CheckEvent(string json)
    {
        using var document = JsonDocument.Parse(json);
        ContractCatalog.Instance.Operation("sessions.events.stream").Item!.Check(document.RootElement, ContractPath.Answer);
    }
}
