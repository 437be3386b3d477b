using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Finds the method of each operation, and the operation of each method.</summary>
internal sealed class OperationBinder(Scope scope, ContractMap map, ClientSurface surface, Findings findings)
{
    private readonly List<OperationBinding> _bindings = [];
    private readonly HashSet<ClientMethod> _used = [];
    private readonly ParameterBinder _parameters = new(scope.Contract, map, findings);

    public IReadOnlyList<OperationBinding> Bind()
    {
        foreach (var operation in scope.Operations)
        {
            if (map.Operations.TryGetValue(operation.Id, out var name))
            {
                BindTo(operation, name);
            }
            else
            {
                findings.Add(operation.Id, "the operation has neither a mapping nor an exemption");
            }
        }

        CheckLeft();
        CheckMethods();
        CheckMap();
        return _bindings;
    }

    /// <summary>Returns whether two ids are the beta and the released form of one operation.</summary>
    private static bool AreTwins(string left, string right) => left == "ga." + right || right == "ga." + left;

    private void BindTo(ContractOperation operation, string name)
    {
        var methods = surface.Methods.Where(method => method.Name == name || method.FullName == name).ToList();
        if (methods is not [var method])
        {
            findings.Add(operation.Id, $"the client has {(methods.Count == 0 ? "no method" : "several methods")} {name}");
            return;
        }

        _used.Add(method);
        if (_bindings.Find(other => other.Method == method) is { } other && !AreTwins(other.Operation.Id, operation.Id))
        {
            findings.Add(operation.Id, $"{name} is also mapped to {other.Operation.Id}");
        }

        if (ResultOf(method.Method.ReturnType, operation) is not { } result)
        {
            findings.Add(operation.Id, $"{name} returns {method.Method.ReturnType.Name}, which does not fit this kind of result");
            return;
        }

        var binding = new OperationBinding(operation, method)
        {
            ResultType = result,
            CallerBetas = map.BetaByCaller.Keys.Any(pattern => Exemption.Matches(pattern, operation.Id)) ? [.. operation.Headers.SelectMany(static header => header.Fixed)] : [],
        };
        _parameters.Bind(binding);
        _bindings.Add(binding);
    }

    // A stream is any type that is a sequence of events.
    private static Type? ResultOf(Type type, ContractOperation operation)
    {
        if (operation.IsBinary)
        {
            return type == typeof(Task) ? typeof(byte[]) : null;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(AsyncPageable<>))
        {
            return operation.PageItem is null ? null : type.GetGenericArguments()[0];
        }

        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Task<>) || operation.PageItem is not null)
        {
            return null;
        }

        var result = type.GetGenericArguments()[0];
        var events = result.GetInterfaces().FirstOrDefault(static part => part.IsGenericType && part.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
        return operation.Stream is null == events is null ? events?.GetGenericArguments()[0] ?? result : null;
    }

    // Of the beta and the released form, only one has to use a parameter.
    private void CheckLeft()
    {
        foreach (var twins in _bindings.GroupBy(static binding => binding.Method))
        {
            foreach (var left in twins.Select(static binding => binding.Left).Aggregate(static (all, more) => [.. all.Intersect(more)]))
            {
                findings.Add(twins.First().Operation.Id, $"{left}, which is not in the contract");
            }
        }
    }

    private void CheckMethods()
    {
        foreach (var method in surface.Methods.Where(method => !_used.Contains(method)))
        {
            if (!map.Conveniences.ContainsKey(method.Name) && !map.Conveniences.ContainsKey(method.FullName))
            {
                findings.Add(method.FullName, "the method is mapped to no operation of the contract and is not listed as a convenience");
            }
        }

        foreach (var name in map.Conveniences.Keys.Where(name => !surface.Methods.Any(method => (method.Name == name || method.FullName == name) && !_used.Contains(method))))
        {
            findings.Add(name, "the map lists a convenience that the client does not have");
        }
    }

    private void CheckMap()
    {
        var contract = scope.Contract;
        var parameters = scope.Operations.SelectMany(static operation => operation.Query.Select(field => (operation.Id, field.Name))).ToHashSet();
        Check("an operation", map.Operations.Keys.Concat(map.BodyFields.Keys), contract.Operations.ContainsKey);
        Check("a query parameter", map.Query.Keys, name => parameters.Any(parameter => parameter.Name == name));
        Check("a query parameter", map.BetaForQuery.Keys, name => parameters.Any(parameter => name == $"{parameter.Id}?{parameter.Name}"));
        Check("a header", map.Headers.Keys, name => scope.Operations.Any(operation => operation.Headers.Any(header => header.Name == name)));
        Check("a released operation", map.BetaByCaller.Keys, pattern => contract.Operations.Keys.Any(id => Exemption.Matches(pattern, id) && contract.Operations.ContainsKey("ga." + id)));
    }

    private void Check(string part, IEnumerable<string> names, Func<string, bool> exists)
    {
        foreach (var name in names.Where(name => !exists(name)))
        {
            findings.Add(name, $"the map names {part} that is not in the contract");
        }
    }
}
