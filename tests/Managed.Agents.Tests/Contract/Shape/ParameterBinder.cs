using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Finds where a caller sets the parts of a request: ids, query, headers, body.</summary>
internal sealed class ParameterBinder(ContractFile contract, ContractMap map, Findings findings)
{
    public void Bind(OperationBinding binding)
    {
        var open = binding.Method.Parameters.ToDictionary(static parameter => parameter.Name!, StringComparer.Ordinal);
        open.Remove("options", out var options);
        binding.Options = options;
        var properties = (options?.ParameterType.GetProperties(BindingFlags.Public | BindingFlags.Instance) ?? []).ToDictionary(static property => property.Name, StringComparer.Ordinal);
        BindTransfer(binding, open);
        BindIds(binding, open);
        BindQuery(binding, open, properties);
        BindHeaders(binding, properties);
        BindBody(binding, open);
        binding.Left = [
            .. open.Keys.Select(name => $"{binding.Method.Name} has the parameter '{name}'"),
            .. properties.Keys.Select(name => $"{options!.ParameterType.Name} has {name}")];
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(Pascal(name));

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));

    // The destination of a download and the progress callback are not sent.
    private static void BindTransfer(OperationBinding binding, Dictionary<string, ParameterInfo> open)
    {
        if (binding.Operation.IsBinary || binding.Operation.IsMultipart)
        {
            foreach (var parameter in open.Values.Where(static parameter => parameter.ParameterType == typeof(Stream) || parameter.ParameterType == typeof(IProgress<TransferProgress>)).ToList())
            {
                open.Remove(parameter.Name!);
            }
        }
    }

    private void BindIds(OperationBinding binding, Dictionary<string, ParameterInfo> open)
    {
        foreach (var id in binding.Operation.PathParameters)
        {
            if (open.Remove(Camel(id), out var parameter) && parameter.ParameterType == typeof(string))
            {
                binding.Ids.Add(id, parameter);
            }
            else
            {
                findings.Add($"{binding.Operation.Id} {{{id}}}", $"{binding.Method.Name} has no string parameter '{Camel(id)}'");
            }
        }
    }

    private void BindQuery(OperationBinding binding, Dictionary<string, ParameterInfo> open, Dictionary<string, PropertyInfo> properties)
    {
        foreach (var field in binding.Operation.Query)
        {
            if (properties.Remove(map.Query.GetValueOrDefault(field.Name)?.Property ?? Pascal(field.Name), out var option))
            {
                binding.Query.Add(field.Name, new QueryPlace(option, null));
            }
            else if (open.Remove(Camel(field.Name), out var parameter))
            {
                binding.Query.Add(field.Name, new QueryPlace(null, parameter));
            }
            else if (field.Name == ForwardCursor(binding.Operation))
            {
                binding.Query.Add(field.Name, new QueryPlace(null, null));
            }
            else
            {
                findings.Add($"{binding.Operation.Id}?{field.Name}", $"{binding.Method.Name} cannot set it");
            }
        }
    }

    private string? ForwardCursor(ContractOperation operation) =>
        operation.PageKind is null ? null : ((JsonArray)contract.Json["pages"]![operation.PageKind]!["cursors"]!)
            .First(static cursor => cursor!["direction"]!.ToString() == "forward")!["query"]!.ToString();

    private void BindHeaders(OperationBinding binding, Dictionary<string, PropertyInfo> properties)
    {
        foreach (var header in binding.Operation.Headers.Where(static header => header.Parameter is not null))
        {
            if (!map.Headers.TryGetValue(header.Name, out var name))
            {
                continue;
            }

            if ((typeof(CallOptions).GetProperty(name) ?? (properties.Remove(name, out var own) ? own : null)) is { } property)
            {
                binding.Headers.Add(header.Name, property);
            }
        }
    }

    private void BindBody(OperationBinding binding, Dictionary<string, ParameterInfo> open)
    {
        if (binding.Operation.Body is not { } body)
        {
            return;
        }

        // The parameters that no other part of the request uses.
        var candidates = open.Values.Where(parameter => binding.Operation.IsMultipart ? map.NamesOf(body).Contains(parameter.ParameterType.Name, StringComparer.Ordinal) : parameter.ParameterType.IsAssignableTo(typeof(ApiObject)) || ClrTypes.ItemOf(parameter.ParameterType) is not null).ToList();
        if (candidates is not [var parameter])
        {
            findings.Add(binding.Operation.Id, $"{binding.Method.Name} has no parameter for the body");
            return;
        }

        open.Remove(parameter.Name!);
        binding.Body = parameter;
        if (map.BodyFields.TryGetValue(binding.Operation.Id, out var part))
        {
            binding.BodyField = contract.Types[body].Field(part.Field);
            if (binding.BodyField is null || contract.Types[body].Fields.Count > 1)
            {
                findings.Add(binding.Operation.Id, $"{binding.Method.Name} takes '{part.Field}', which is not all of {body}");
            }
        }
    }
}
