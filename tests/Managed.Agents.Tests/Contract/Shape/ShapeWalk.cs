using System.Text.Json;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Walks contract and client in parallel, from the operations to every field, and compares names and kinds.</summary>
internal sealed partial class ShapeWalk(Bindings bindings, Findings findings)
{
    private readonly HashSet<(string Contract, Type Ours)> _visited = [];

    public Shape Shape { get; } = new();

    public void Visit(OperationBinding operation)
    {
        if (operation.Operation.Body is { } body && operation.Body is { } parameter)
        {
            if (operation.Operation.IsMultipart)
            {
                VisitUpload(bindings.Contract.Types[body], parameter.ParameterType);
            }
            else if (operation.BodyField is { } field)
            {
                Visit(field, body, parameter.ParameterType);
                foreach (var name in bindings.Map.NamesOf(body))
                {
                    Visit(body, new ReferenceExpression(body), bindings.Surface.TypeNamed(name) ?? typeof(void));
                }
            }
            else
            {
                Visit(operation.Operation.Id, new ReferenceExpression(body), parameter.ParameterType);
            }
        }

        if (operation.Operation.Result is { } result)
        {
            Visit(operation.Operation.Id, new ReferenceExpression(result), operation.ResultType);
        }

        foreach (var (name, place) in operation.Query)
        {
            var field = operation.Operation.Query.First(field => field.Name == name);
            Visit(field, $"{operation.Operation.Id}?", place.Type);
        }

        foreach (var header in operation.Operation.Headers.Where(static header => header.Parameter is not null))
        {
            if (operation.Headers.TryGetValue(header.Name, out var property))
            {
                Visit($"{operation.Operation.Id} {header.Name}", header.Type!, property.PropertyType);
            }
            else
            {
                findings.Add($"{operation.Operation.Id} {header.Name}", "the caller cannot set the header");
            }
        }
    }

    /// <summary>Compares a type of the contract that no operation reaches with its client type.</summary>
    public void Visit(string place, TypeExpression expression, Type type)
    {
        type = ClrTypes.Unwrap(type);
        switch (expression)
        {
            case NullableExpression nullable:
                Visit(place, nullable.Inner, type);
                break;
            case ArrayExpression array when ClrTypes.ItemOf(type) is { } item:
                Visit(place, array.Item, item);
                break;
            case MapExpression { Value: ScalarExpression { Name: "unknown" } } when type == typeof(JsonElement):
                break;
            case MapExpression map when ClrTypes.ValueOf(type) is { } value:
                Visit(place, map.Value, value);
                break;
            case LiteralExpression when type == typeof(string):
                break;
            case LiteralExpression literal when ClrTypes.IsOpenEnum(type):
                Shape.Types.Add(type);
                Shape.Values.Add((type, literal.Value));
                break;
            case ScalarExpression scalar when IsScalar(scalar.Name, type):
                break;
            case ReferenceExpression { Name: var name } when bindings.Contract.Types[name].Kind == "object":
                VisitObject(place, bindings.Contract.Types[name], type);
                break;
            case ReferenceExpression { Name: var name } when bindings.Contract.Types[name].Kind == "enum":
                VisitEnum(place, bindings.Contract.Types[name], type);
                break;
            case ReferenceExpression or AnyOfExpression:
                VisitChoice(place, expression, type);
                break;
            default:
                findings.Add(place, $"the contract has {expression}, the client {type.Name}");
                break;
        }
    }

    private static bool IsScalar(string name, Type type) => name switch
    {
        "string" => type == typeof(string) || type == typeof(Uri) || type == typeof(SecretString),
        "integer" => type == typeof(int) || type == typeof(long) || type == typeof(TimeSpan),
        "number" => type == typeof(double) || type == typeof(TimeSpan),
        "boolean" => type == typeof(bool),
        "datetime" => type == typeof(DateTimeOffset),
        "unknown" => type == typeof(JsonElement),
        _ => false,
    };

    private void Mismatch(string contract, string place, Type type)
    {
        if (bindings.Map.NamesOf(contract) is { Count: > 0 } names)
        {
            findings.Add(contract, type.Name, $"at {place} the client has {type.Name}, which {string.Join(" and ", names)} is not");
        }
        else
        {
            findings.Add(contract, "the type has no mapping");
        }
    }

    private void VisitObject(string place, ContractType contract, Type type)
    {
        if (bindings.ConcreteOf(contract.Name, type) is not { } ours)
        {
            Mismatch(contract.Name, place, type);
            return;
        }

        if (ours == typeof(JsonElement))
        {
            Shape.UsedReasons.Add($"freeJson {contract.Name}");
            if (!bindings.Map.FreeJson.ContainsKey(contract.Name))
            {
                findings.Add(contract.Name, "the object is free JSON in the client without a reason in the map");
            }

            return;
        }

        Shape.Types.Add(ours);
        Shape.Objects.Add((contract, ours));
        if (type.IsAbstract)
        {
            // A union with only one kind so far.
            Shape.Types.Add(type);
            Shape.Kinds.Add((type, contract.LiteralOf("type") ?? "", contract, ours));
        }

        if (!_visited.Add((contract.Name, ours)))
        {
            return;
        }

        foreach (var field in contract.Fields)
        {
            if (bindings.Surface.Property(ours, field.Name) is { } property)
            {
                Visit(field, contract.Name, property.Type);
            }
            else if (field.Name != "type" || field.Type is not LiteralExpression)
            {
                findings.Add($"{contract.Name}.{field.Name}", $"{ours.Name} has no property for it");
            }
        }
    }

    private void Visit(ContractField field, string owner, Type type)
    {
        var place = owner.EndsWith('?') ? owner + field.Name : $"{owner}.{field.Name}";
        var ours = ClrTypes.Unwrap(type);
        if (field.IsWriteOnly && ours != typeof(SecretString))
        {
            findings.Add(place, $"a secret of the contract is {ours.Name} in the client");
        }
        else if (!field.IsWriteOnly && ours == typeof(SecretString))
        {
            Shape.UsedReasons.Add($"secrets {place}");
            if (!bindings.Map.Secrets.ContainsKey(place))
            {
                findings.Add(place, "the contract does not mark the secret of the client");
            }
        }

        if (field.KnownValues.Count > 0 && ClrTypes.IsOpenEnum(ours))
        {
            Shape.Types.Add(ours);
            Shape.Values.UnionWith(field.KnownValues.Select(value => (ours, value)));
        }
        else if (field.KnownValues.Count > 0)
        {
            findings.Add(place, $"the contract lists known values, the client has {ours.Name}");
        }
        else
        {
            Visit(place, field.Type, type);
        }
    }
}
