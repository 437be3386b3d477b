using System.Text.Json;
using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Responds to an operation with every payload that the contract allows, and compares the result with the payload.</summary>
internal sealed class ResponseChecker(Bindings bindings, Coverage coverage, Findings findings, ContractServer server, ManagedAgentsClient client)
{
    // Events of a stream are read by a separate code path.
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _takenFromStreams = new(StringComparer.Ordinal);
    private readonly QuerySamples _samples = new(bindings);
    private readonly RequestChecker _requests = new(bindings.Contract, bindings.Map, findings);
    private readonly JsonComparer _read = new(bindings, coverage, findings, isRequest: false);
    private readonly ObjectInspector _inspector = new(bindings.Surface, findings);

    /// <summary>The number of payloads that were read and compared.</summary>
    public int Responses { get; private set; }

    public async Task CheckAsync(OperationBinding binding, object? body)
    {
        if (binding.Kind == ResultKind.Binary)
        {
            return;
        }

        var operation = binding.Operation;
        var expression = new ReferenceExpression(operation.Result!);
        var generator = new PayloadGenerator(bindings, binding.Kind == ResultKind.Stream ? _takenFromStreams : _taken);
        var payloads = generator.Alternatives(expression, operation.Id).Select(JsonText.Normalize).ToList();
        if (operation.IsResponseNullable)
        {
            payloads.Add(null);
        }

        try
        {
            var read = binding.Kind switch
            {
                ResultKind.Page => await ReadPagesAsync(binding, body, payloads),
                ResultKind.Stream => await ReadStreamAsync(binding, payloads),
                _ => await ReadSinglesAsync(binding, body, payloads),
            };
            Compare(binding, expression, payloads, read);
        }
        catch (Exception error) when (error is ManagedAgentsException or ArgumentException or JsonException)
        {
            findings.Add(operation.Id, error.GetType().Name, $"the response cannot be read: {error.Message}");
        }
    }

    private async Task<IReadOnlyList<object?>> ReadSinglesAsync(OperationBinding binding, object? body, List<JsonNode?> payloads)
    {
        var read = new List<object?>();
        foreach (var payload in payloads)
        {
            Answer(binding, [payload]);
            read.AddRange((await new OperationCaller(binding) { Body = body }.CallAsync(client)).Items);
        }

        server.Take();
        return read;
    }

    // Some events end a stream. The payloads after them are read from the next stream.
    private async Task<IReadOnlyList<object?>> ReadStreamAsync(OperationBinding binding, List<JsonNode?> payloads)
    {
        var read = new List<object?>();
        var before = -1;
        while (read.Count < payloads.Count && read.Count > before)
        {
            before = read.Count;
            Answer(binding, payloads[before..]);
            read.AddRange((await new OperationCaller(binding) { EventCount = payloads.Count - before }.CallAsync(client)).Items);
        }

        server.Take();
        return read;
    }

    private async Task<IReadOnlyList<object?>> ReadPagesAsync(OperationBinding binding, object? body, List<JsonNode?> payloads)
    {
        Answer(binding, payloads);
        var query = _samples.Filters(binding);
        var call = new OperationCaller(binding) { Body = body, Query = QuerySamples.ToValues(binding, query) };
        var result = await call.CallAsync(client);
        var requests = server.Take();
        ComparePages(binding, result, requests);
        if (requests.Count == 2)
        {
            // The second page is requested with the same filters and the cursor of the first page.
            query.Add(binding.Query.First(static entry => entry.Value.IsCursor).Key, Answers.NextCursor);
            _requests.Check(binding, call, QuerySamples.ToPairs(query), requests[1]);
        }

        return result.Items;
    }

    private void Answer(OperationBinding binding, IReadOnlyList<JsonNode?> payloads) =>
        server.Expect(new Answers(bindings.Contract).For(binding, payloads));

    private void ComparePages(OperationBinding binding, CallResult result, IReadOnlyList<RecordedRequest> requests)
    {
        var id = binding.Operation.Id;
        if (result.Pages.Count != 2 || requests.Count != 2)
        {
            findings.Add(id, $"two pages were requested with {string.Join(" and ", requests.Select(static request => request.Target))}");
            return;
        }

        foreach (var field in (JsonArray)bindings.Contract.Json["pages"]![binding.Operation.PageKind!]!["fields"]!)
        {
            var name = field!["name"]!.ToString();
            if (!bindings.Map.Pages.TryGetValue(name, out var property) || !result.Pages[0].TryGetValue(property, out var value))
            {
                findings.Add($"{binding.Operation.PageKind}.{name}", "a page of the client has no property for it");
            }
            else if (name is "next_page" or "last_id" && value as string != Answers.NextCursor)
            {
                findings.Add($"{binding.Operation.PageKind}.{name}", $"was read as '{value}'");
            }
            else if (name is "prev_page" or "first_id" && result.Pages[1][property] as string != Answers.PreviousCursor)
            {
                findings.Add($"{binding.Operation.PageKind}.{name}", $"was read as '{result.Pages[1][property]}'");
            }
        }
    }

    private void Compare(OperationBinding binding, ReferenceExpression expression, List<JsonNode?> payloads, IReadOnlyList<object?> read)
    {
        if (payloads.Count != read.Count)
        {
            findings.Add(binding.Operation.Id, $"{payloads.Count} payloads were read as {read.Count}");
            return;
        }

        for (var i = 0; i < read.Count; i++)
        {
            Responses++;
            _inspector.Inspect(read[i]);
            var written = JsonText.Parse(JsonSerializer.Serialize(read[i], binding.ResultType, ManagedAgentsJson.Options));
            _read.Compare(binding.Operation.Id, expression, binding.ResultType, payloads[i], written);
        }

        if (!_inspector.Secrets.Order(StringComparer.Ordinal).SequenceEqual(_read.Secrets.Order(StringComparer.Ordinal)))
        {
            findings.Add(binding.Operation.Id, "the secrets that were read differ from those that were sent");
        }

        _inspector.Secrets.Clear();
        _read.Secrets.Clear();
    }
}
