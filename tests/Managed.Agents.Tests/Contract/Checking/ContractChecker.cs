using System.Diagnostics;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Compares the client with a contract.</summary>
internal sealed class ContractChecker(ContractFile contract, ContractMap map, ClientSurface surface)
{
    private readonly Findings _findings = new();
    private readonly Coverage _coverage = new();
    private readonly Bindings _bindings = new(contract, map, surface);

    /// <summary>The report on the contract of the repository. Created once.</summary>
    public static Task<ContractReport> OwnReport { get; } = new ContractChecker(ContractFile.LoadOwn(), ContractMap.LoadOwn(), ClientSurface.Own).CheckAsync();

    /// <summary>Compares everything that can be compared without sending requests.</summary>
    public ContractReport CheckShape() => CheckShape(out _);

    /// <summary>Compares the shape, every request and every response.</summary>
    /// <param name="isChecked">Selects the operations to call; null for all.</param>
    public async Task<ContractReport> CheckAsync(Func<string, bool>? isChecked = null)
    {
        var watch = Stopwatch.StartNew();
        var report = CheckShape(out var operations);
        await using var server = await ContractServer.StartAsync();
        using var client = new ManagedAgentsClient(new ManagedAgentsOptions { ApiKey = RequestChecker.ApiKey, BaseAddress = server.Address, Resilience = null });
        var requests = new OperationChecker(_bindings, _coverage, _findings, server, client);
        var responses = new ResponseChecker(_bindings, _coverage, _findings, server, client);

        // Lists come first, because one list response contains all payloads of a type.
        foreach (var operation in operations.Where(operation => isChecked?.Invoke(operation.Operation.Id) != false).OrderByDescending(static operation => operation.Kind))
        {
            await requests.CheckAsync(operation);
            await responses.CheckAsync(operation, requests.Bodies.Any(operation));
            _coverage.Mark("operations", operation.Operation.Id);
        }

        if (operations.FirstOrDefault(static operation => operation.Kind == ResultKind.Single && operation.Body is null) is { } any)
        {
            await new ErrorChecker(_bindings, _coverage, _findings, server, client).CheckAsync(any);
        }

        if (isChecked is null)
        {
            new LooseTypeChecker(_bindings, _coverage, _findings).Check(report.Scope);
            CheckCoverage(report.Scope);
        }

        return report with { Requests = requests.Requests, Responses = responses.Responses, Time = watch.Elapsed };
    }

    private ContractReport CheckShape(out IReadOnlyList<OperationBinding> operations)
    {
        var scope = new Scope(contract, map, _findings);
        operations = new OperationBinder(scope, map, surface, _findings).Bind();
        new ShapeChecker(_bindings, scope, _findings).Check(operations);
        return new ContractReport(contract, scope, _coverage, _findings.All);
    }

    private void CheckCoverage(Scope scope)
    {
        foreach (var operation in scope.Operations.Where(operation => !_coverage.IsMarked("operations", operation.Id)))
        {
            _findings.Add(operation.Id, "the operation was never called");
        }

        foreach (var (part, name) in scope.Types.SelectMany(type => Coverage.PartsOf(contract, type)).Where(entry => !_coverage.IsMarked(entry.Part, entry.Name)))
        {
            _findings.Add(name, $"not covered ({part})");
        }
    }
}
