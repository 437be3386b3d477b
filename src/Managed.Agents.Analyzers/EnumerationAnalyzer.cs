using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Managed.Agents.Analyzers;

/// <summary>Reports turns, feeds and lists that are never enumerated.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EnumerationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.TurnNotEnumerated, Rules.ListNotEnumerated);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var turn = start.Compilation.GetTypeByMetadataName("Managed.Agents.SessionTurn");
            var feed = start.Compilation.GetTypeByMetadataName("Managed.Agents.SessionEventFeed");
            var list = start.Compilation.GetTypeByMetadataName("Managed.Agents.AsyncPageable`1");
            if (turn is not null || feed is not null || list is not null)
            {
                start.RegisterOperationAction(operation => Analyze(operation, turn, feed, list), OperationKind.Invocation, OperationKind.Await);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol? turn, INamedTypeSymbol? feed, INamedTypeSymbol? list)
    {
        var rule = Is(context.Operation.Type, turn) ? Rules.TurnNotEnumerated
            : Is(context.Operation.Type, feed) || Is(context.Operation.Type, list) ? Rules.ListNotEnumerated
            : null;
        if (rule is not null && MethodOf(context.Operation) is { } method && !new ValueFlow().IsUsed(context.Operation))
        {
            context.ReportDiagnostic(Diagnostic.Create(rule, context.Operation.Syntax.GetLocation(), method));
        }
    }

    private static string? MethodOf(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.TargetMethod.Name,
        IAwaitOperation { Operation: IInvocationOperation invocation } => invocation.TargetMethod.Name,
        _ => null,
    };

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? expected)
    {
        for (; expected is not null && type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, expected))
            {
                return true;
            }
        }

        return false;
    }
}
