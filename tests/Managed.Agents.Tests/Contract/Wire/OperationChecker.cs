using System.Text.Json;
using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Calls an operation in every way that the contract distinguishes, and compares the requests.</summary>
internal sealed class OperationChecker(Bindings bindings, Coverage coverage, Findings findings, ContractServer server, ManagedAgentsClient client)
{
    // Every character of a segment that must or must not be escaped, without those that the client rejects in an id.
    private const string OddCharacters = " é☂:@!$&'()*+,;=~%2F?#[]|<>\"^`{}-._";

    private readonly QuerySamples _queries = new(bindings);
    private readonly RequestChecker _requests = new(bindings.Contract, bindings.Map, findings);
    private readonly TransferChecker _transfers = new(bindings, coverage, findings);
    private readonly ObjectInspector _inspector = new(bindings.Surface, findings);
    private readonly JsonComparer _sent = new(bindings, coverage, findings, isRequest: true);

    public BodySamples Bodies { get; } = new(bindings);

    /// <summary>The number of requests that were compared.</summary>
    public int Requests { get; private set; }

    public async Task CheckAsync(OperationBinding binding)
    {
        if (binding.Operation.IsMultipart)
        {
            await CheckUploadAsync(binding, isFull: false);
            await CheckUploadAsync(binding, isFull: true);
            return;
        }

        var bodies = Bodies.Of(binding).ToList();
        var body = bodies.FirstOrDefault();
        await CheckAsync(binding, new OperationCaller(binding) { Body = BodySamples.ToValue(binding, body) }, [], body);
        await CheckAsync(binding, EverythingSet(binding, BodySamples.ToValue(binding, body)), _queries.All(binding), body);
        if (binding.Body is { HasDefaultValue: true })
        {
            // An operation with a body sends an empty one when nothing is set.
            await CheckAsync(binding, new OperationCaller(binding), [], []);
        }

        foreach (var (name, value) in binding.Query.Keys.SelectMany(name => _queries.Of(binding, name).Select(value => (name, value))))
        {
            var query = new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { [name] = value };
            await CheckAsync(binding, new OperationCaller(binding) { Body = BodySamples.ToValue(binding, body), Query = QuerySamples.ToValues(binding, query) }, query, body);
            MarkQuery(binding, name, value);
        }

        foreach (var alternative in bodies.Skip(1))
        {
            await CheckAsync(binding, new OperationCaller(binding) { Body = BodySamples.ToValue(binding, alternative) }, [], alternative);
        }
    }

    private async Task CheckUploadAsync(OperationBinding binding, bool isFull)
    {
        var upload = Bodies.ToUpload(binding, isFull);
        var call = isFull ? EverythingSet(binding, upload) : new OperationCaller(binding) { Body = upload };
        if (await CallAsync(binding, call, []) is { } request)
        {
            await _transfers.CompareFormAsync(binding, isFull, request);
        }
    }

    private OperationCaller EverythingSet(OperationBinding binding, object? body)
    {
        var headers = binding.Operation.Headers.Select(static header => header.Name).ToHashSet(StringComparer.Ordinal);
        var fixedBetas = binding.Operation.Headers.SelectMany(static header => header.Fixed).ToList();
        var betas = headers.Contains("anthropic-beta") ? bindings.Contract.Types["AnthropicBeta"].Values : [];
        foreach (var beta in betas)
        {
            coverage.Mark("types", "AnthropicBeta");
            coverage.Mark("values", $"AnthropicBeta: {beta}");
        }

        return new OperationCaller(binding)
        {
            Ids = binding.Ids.Keys.ToDictionary(static name => name, static name => name + OddCharacters, StringComparer.Ordinal),
            Options = new CallOptions
            {
                Betas = [.. binding.CallerBetas, .. betas.Except(fixedBetas, StringComparer.Ordinal).Reverse()],
                WorkspaceId = headers.Contains("anthropic-workspace-id") ? "wrkspc_1" : null,
            },
            Headers = binding.Headers.Where(static entry => entry.Value.DeclaringType != typeof(CallOptions)).ToDictionary(static entry => entry.Key, static _ => "value-1", StringComparer.Ordinal),
            Body = body,
            Query = QuerySamples.ToValues(binding, _queries.All(binding)),
        };
    }

    private async Task CheckAsync(OperationBinding binding, OperationCaller call, Dictionary<string, JsonNode?> query, JsonObject? body)
    {
        if (await CallAsync(binding, call, QuerySamples.ToPairs(query)) is { } request && binding.Operation.Body is { } type && binding.Body is not null)
        {
            var ours = binding.BodyField is null ? binding.Body.ParameterType : bindings.Surface.TypeNamed(bindings.Map.NamesOf(type)[0])!;
            _sent.Compare(type, new ReferenceExpression(type), ours, JsonText.Normalize(body), request.Content.Length == 0 ? null : JsonText.Parse(request.Body));
            _inspector.Inspect(call.Body);
            CheckSecrets(type, call.Body);
        }
    }

    private async Task<RecordedRequest?> CallAsync(OperationBinding binding, OperationCaller call, IReadOnlyList<(string Name, string Value)> query)
    {
        server.Expect(new Answers(bindings.Contract).For(binding, binding.Kind == ResultKind.Single ? [Minimal(binding.Operation)] : []));
        try
        {
            var result = await call.CallAsync(client);
            if (binding.Kind == ResultKind.Binary)
            {
                _transfers.CompareContent(binding, result.Items[0]);
            }
        }
        catch (Exception error) when (error is ManagedAgentsException or ArgumentException or JsonException)
        {
            findings.Add(binding.Operation.Id, error.GetType().Name, $"the call failed: {error.Message}");
        }

        if (server.Take() is not [var request])
        {
            findings.Add(binding.Operation.Id, "the call did not send exactly one request");
            return null;
        }

        Requests++;
        _requests.Check(binding, call, query, request);
        return request;
    }

    private JsonObject Minimal(ContractOperation operation)
    {
        var type = bindings.MembersOf(new ReferenceExpression(operation.Result!)).OfType<ReferenceExpression>().Select(member => bindings.Contract.Types[member.Name]).First();
        return new PayloadGenerator(bindings, []).RequiredOnly(type);
    }

    private void MarkQuery(OperationBinding binding, string name, JsonNode? value)
    {
        var type = binding.Operation.Query.First(field => field.Name == name).Type.References.FirstOrDefault();
        foreach (var item in type is null ? [] : value as JsonArray ?? [value?.DeepClone()])
        {
            coverage.Mark("types", type!);
            coverage.Mark("values", $"{type}: {item}");
        }
    }

    private void CheckSecrets(string type, object? body)
    {
        var secrets = bindings.Contract.ReachableFrom([type])
            .SelectMany(name => bindings.Contract.Types[name].Fields.Where(static field => field.IsWriteOnly).Select(static field => field.Name));
        var stored = body is ApiObject known ? JsonSerializer.Serialize(known, known.GetType(), ManagedAgentsJson.Options) + known : "";
        foreach (var secret in secrets.Where(secret => stored.Contains($"\"{secret}\"", StringComparison.Ordinal)))
        {
            findings.Add($"{type}.{secret}", "the secret is written outside of a request");
        }
    }
}
