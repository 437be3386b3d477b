using System.Text;
using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Wraps payloads as responses of an operation: alone, as pages of a list, or as events of a stream.</summary>
internal sealed class Answers(ContractFile contract)
{
    /// <summary>The cursor of the second page.</summary>
    public const string NextCursor = "cursor é/2&+=";

    /// <summary>The cursor of the previous page.</summary>
    public const string PreviousCursor = "cursor before";

    public IEnumerable<Answer> For(OperationBinding binding, IReadOnlyList<JsonNode?> payloads) => binding.Kind switch
    {
        ResultKind.Page => Pages(binding.Operation, payloads),
        ResultKind.Binary => [new Answer(TransferChecker.Content, "application/octet-stream")],
        ResultKind.Stream => [new Answer(Events(payloads), "text/event-stream")],
        _ => payloads.Select(static payload => new Answer(payload?.ToJsonString() ?? "null")),
    };

    private static string Events(IReadOnlyList<JsonNode?> payloads)
    {
        var text = new StringBuilder();
        foreach (var payload in payloads)
        {
            text.Append("event: ").Append(payload!["type"]).Append("\ndata: ").Append(payload.ToJsonString()).Append("\n\n");
        }

        return text.ToString();
    }

    private IEnumerable<Answer> Pages(ContractOperation operation, IReadOnlyList<JsonNode?> payloads)
    {
        // The first page is empty, which does not end a list, unless the cursors are the ids of the items.
        var half = Math.Max(payloads.Count / 2, operation.PageKind == "Page" ? 1 : 0);
        return payloads.Count == 0
            ? [Page(operation, payloads, null)]
            : [Page(operation, [.. payloads.Take(half)], NextCursor), Page(operation, [.. payloads.Skip(half)], null)];
    }

    private Answer Page(ContractOperation operation, IReadOnlyList<JsonNode?> payloads, string? next)
    {
        var envelope = contract.Json["pages"]![operation.PageKind!]!;
        var page = new JsonObject { [$"{PayloadGenerator.ExtraPrefix}field"] = SampleValues.FreeJson() };
        foreach (var field in (JsonArray)envelope["fields"]!)
        {
            var name = field!["name"]!.ToString();
            page[name] = name == envelope["data"]!.ToString() ? new JsonArray([.. payloads.Select(static payload => payload?.DeepClone())])
                : name is "next_page" or "last_id" ? next
                : name is "prev_page" or "first_id" ? PreviousCursor
                : name == "has_more" ? next is not null
                : throw new NotSupportedException($"There is no sample of '{name}' in {operation.PageKind}.");
        }

        return new Answer(page.ToJsonString());
    }
}
