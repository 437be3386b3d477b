using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Sends every error of the contract as a response and compares the exception.</summary>
internal sealed class ErrorChecker(Bindings bindings, Coverage coverage, Findings findings, ContractServer server, ManagedAgentsClient client)
{
    private const string Code = "code_of_the_test";

    private readonly PayloadGenerator _payloads = new(bindings, []);
    private IReadOnlyList<string> _enums = [];

    private JsonNode Errors => bindings.Contract.Json["errors"]!;

    public async Task CheckAsync(OperationBinding binding)
    {
        var statuses = ((JsonArray)Errors["types"]!).ToDictionary(static error => error!["type"]!.ToString(), static error => error!["status"]!.GetValue<int>(), StringComparer.Ordinal);
        var known = typeof(ApiErrorType.Known).GetFields().Select(static field => (string)field.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);
        foreach (var type in statuses.Keys.Where(type => !known.Contains(type)))
        {
            findings.Add($"ApiErrorType: {type}", "the client does not know the error type");
        }

        _enums = [.. bindings.Contract.Types.Values.Where(type => type.Kind == "enum" && bindings.Map.NamesOf(type.Name).Contains(nameof(ApiErrorType), StringComparer.Ordinal)).Select(static type => type.Name)];

        // An envelope has its own union of errors. Other unions have the errors of one resource, in the general envelope.
        var general = Errors["envelope"]!["ref"]!.ToString();
        var types = bindings.Contract.Types.Values.Where(type => bindings.Map.NamesOf(type.Name) is [nameof(ManagedAgentsApiException)]).ToList();
        foreach (var union in types.Where(static type => type.Kind == "union"))
        {
            var envelope = types.Find(type => type.Field("error")?.Type == new ReferenceExpression(union.Name)) ?? bindings.Contract.Types[general];
            coverage.Mark("types", union.Name);
            foreach (var (tag, name) in union.Tags)
            {
                if (!known.Contains(tag))
                {
                    findings.Add($"{union}: {tag}", "the client does not know the error type");
                }

                coverage.Mark("variants", $"{union}: {tag}");
                coverage.Mark("types", name);
                foreach (var payload in new[] { _payloads.FullNamed(name), _payloads.RequiredOnly(bindings.Contract.Types[name]) })
                {
                    await CheckAsync(binding, envelope, bindings.Contract.Types[name], statuses.GetValueOrDefault(tag, 400), payload);
                }
            }
        }
    }

    private async Task CheckAsync(OperationBinding binding, ContractType envelopeType, ContractType type, int status, JsonObject error)
    {
        var envelope = _payloads.RequiredOnly(envelopeType);
        error["details"] = new JsonObject { ["error_code"] = Code };
        envelope["error"] = error;
        server.Expect([new Answer(envelope.ToJsonString(), status: status)]);
        try
        {
            await new OperationCaller(binding).CallAsync(client);
            findings.Add(type.Name, "the error is not thrown as an exception");
        }
        catch (ManagedAgentsApiException exception)
        {
            CompareEnvelope(envelopeType.Name, envelope, exception, status);
            CompareError(type, error, exception);
        }
        finally
        {
            server.Take();
        }
    }

    private void CompareEnvelope(string type, JsonObject envelope, ManagedAgentsApiException exception, int status)
    {
        coverage.Mark("types", type);
        foreach (var kinds in _enums)
        {
            coverage.Mark("types", kinds);
            coverage.Mark("values", $"{kinds}: {exception.ErrorType}");
        }

        foreach (var field in envelope.Select(static entry => entry.Key))
        {
            Check($"{type}.{field}", field switch
            {
                "type" => true,
                "error" => exception.ErrorCode == Code && exception.Details.ValueKind == JsonValueKind.Object && exception.StatusCode == (HttpStatusCode)status,
                "request_id" => exception.RequestId == envelope[field]!.ToString(),
                _ => false,
            });
        }
    }

    private void CompareError(ContractType type, JsonObject error, ManagedAgentsApiException exception)
    {
        foreach (var field in error.Select(static entry => entry.Key).Where(field => type.Field(field) is not null))
        {
            Check($"{type.Name}.{field}", field switch
            {
                "type" => exception.ErrorType.Value == error[field]!.ToString(),
                "message" => exception.Message.Contains(OneLine(error[field]!.ToString()), StringComparison.Ordinal),
                _ => exception.Error.TryGetProperty(field, out var value) && value.ToString() == error[field]!.ToString(),
            });
        }
    }

    // Line breaks and control characters of the service become spaces in a message.
    private static string OneLine(string text) =>
        string.Join(' ', text.Split([' ', '\n', '\u0001'], StringSplitOptions.RemoveEmptyEntries));

    private void Check(string place, bool isRight)
    {
        coverage.Mark("fields", place);
        if (!isRight)
        {
            findings.Add(place, "the exception does not have it");
        }
    }
}
