using System.Diagnostics;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Compares the client with a contract.</summary>
internal sealed class ContractJudge(ContractFile contract, ContractMap map, ClientSurface surface)
{
    private readonly Findings _findings = new();
    private readonly Coverage _coverage = new();
    private readonly Bindings _bindings = new(contract, map, surface);

    /// <summary>The verdict on the repository's own contract, made once.</summary>
    public static Task<Verdict> OwnVerdict { get; } = new ContractJudge(ContractFile.LoadOwn(), ContractMap.LoadOwn(), ClientSurface.Own).JudgeAsync();

    /// <summary>Compares what shows without sending anything.</summary>
    public Verdict JudgeShape() => JudgeShape(out _);

    /// <summary>Compares everything: the shape, every request and every answer.</summary>
    /// <param name="isJudged">Which operations are called; null for all.</param>
    public async Task<Verdict> JudgeAsync(Func<string, bool>? isJudged = null)
    {
        var watch = Stopwatch.StartNew();
        var verdict = JudgeShape(out var operations);
        await using var server = await ContractServer.StartAsync();
        using var client = new ManagedAgentsClient(new ManagedAgentsOptions { ApiKey = RequestJudge.ApiKey, BaseAddress = server.Address, Resilience = null });
        var requests = new OperationJudge(_bindings, _coverage, _findings, server, client);
        var responses = new ResponseJudge(_bindings, _coverage, _findings, server, client);

        // Lists first: there, all payloads of a type fit into one answer.
        foreach (var operation in operations.Where(operation => isJudged?.Invoke(operation.Operation.Id) != false).OrderByDescending(static operation => operation.Kind))
        {
            await requests.JudgeAsync(operation);
            await responses.JudgeAsync(operation, requests.Bodies.Any(operation));
            _coverage.Mark("operations", operation.Operation.Id);
        }

        if (operations.FirstOrDefault(static operation => operation.Kind == ResultKind.Single && operation.Body is null) is { } any)
        {
            await new ErrorJudge(_bindings, _coverage, _findings, server, client).JudgeAsync(any);
        }

        if (isJudged is null)
        {
            new LooseTypeJudge(_bindings, _coverage, _findings).Judge(verdict.Scope);
            CheckCoverage(verdict.Scope);
        }

        return verdict with { Requests = requests.Requests, Responses = responses.Responses, Time = watch.Elapsed };
    }

    private Verdict JudgeShape(out IReadOnlyList<OperationBinding> operations)
    {
        var scope = new Scope(contract, map, _findings);
        operations = new OperationBinder(scope, map, surface, _findings).Bind();
        new ShapeJudge(_bindings, scope, _findings).Judge(operations);
        return new Verdict(contract, scope, _coverage, _findings.All);
    }

    private void CheckCoverage(Scope scope)
    {
        foreach (var operation in scope.Operations.Where(operation => !_coverage.IsMarked("operations", operation.Id)))
        {
            _findings.Add(operation.Id, "the operation was never called");
        }

        foreach (var (part, name) in scope.Types.SelectMany(type => Coverage.PartsOf(contract, type)).Where(entry => !_coverage.IsMarked(entry.Part, entry.Name)))
        {
            _findings.Add(name, $"nothing of this came through ({part})");
        }
    }
}
