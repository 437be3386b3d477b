using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Managed.Agents.Analyzers;

/// <summary>Reports calls that resume a session with the id of a result or position, instead of the result or position itself.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PositionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.PositionDropped);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var sessions = start.Compilation.GetTypeByMetadataName("Managed.Agents.SessionsClient");
            var result = start.Compilation.GetTypeByMetadataName("Managed.Agents.TurnResult");
            var position = start.Compilation.GetTypeByMetadataName("Managed.Agents.SessionPosition");
            if (sessions is not null)
            {
                start.RegisterOperationAction(operation => Analyze(operation, sessions, result, position), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, INamedTypeSymbol sessions, params INamedTypeSymbol?[] sources)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("ResumeAsync" or "ResumeStreamingAsync") || !IsMemberOf(call.TargetMethod.ContainingType, sessions))
        {
            return;
        }

        if (Argument(call, "sessionId") is IPropertyReferenceOperation { Property.Name: "SessionId", Instance.Type: { } source } id
            && sources.Contains(source, SymbolEqualityComparer.Default)
            && !HasPosition(Argument(call, "options")))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.PositionDropped, id.Syntax.GetLocation(), call.TargetMethod.Name, source.Name));
        }
    }

    private static IOperation? Argument(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    private static bool IsMemberOf(INamedTypeSymbol? type, INamedTypeSymbol sessions)
    {
        while (type is not null && !SymbolEqualityComparer.Default.Equals(type, sessions))
        {
            type = type.BaseType;
        }

        return type is not null;
    }

    /// <summary>Whether options set a position themselves, here or where the local variable is declared or assigned.</summary>
    private static bool HasPosition(IOperation? options) => options switch
    {
        null => false,
        ILocalReferenceOperation local => ValuesOf(local).Any(SetsPosition),
        _ => SetsPosition(options),
    };

    private static bool SetsPosition(IOperation options) =>
        options.DescendantsAndSelf().OfType<ISimpleAssignmentOperation>().Any(static set => set.Target is IPropertyReferenceOperation { Property.Name: "Follow" or "From" });

    private static IEnumerable<IOperation> ValuesOf(ILocalReferenceOperation local)
    {
        IOperation root = local;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        foreach (var operation in root.Descendants())
        {
            if (operation is IVariableDeclaratorOperation { Initializer.Value: { } initial } declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local.Local))
            {
                yield return initial;
            }
            else if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment && SymbolEqualityComparer.Default.Equals(target.Local, local.Local))
            {
                yield return assignment.Value;
            }
        }
    }
}
