using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Managed.Agents.Analyzers;

/// <summary>Follows a value that must be enumerated, within a method. In doubt, the value is used: passed, returned, stored or enumerated.</summary>
internal sealed class ValueFlow
{
    private readonly HashSet<ILocalSymbol> _visited = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the value of an operation is used for more than its properties.</summary>
    public bool IsUsed(IOperation value) => value.Parent switch
    {
        IExpressionStatementOperation or INameOfOperation or IIsPatternOperation or IIsTypeOperation => false,
        IConversionOperation or IParenthesizedOperation or ICoalesceOperation => IsUsed(value.Parent),
        IConditionalOperation choice => choice.Condition == value || IsUsed(choice),
        IConditionalAccessOperation access => access.WhenNotNull == value ? IsUsed(access) : access.WhenNotNull is not IPropertyReferenceOperation,
        IBinaryOperation comparison => !IsNull(comparison.LeftOperand) && !IsNull(comparison.RightOperand),
        IPropertyReferenceOperation => false,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => IsUsed(declarator.Symbol, declarator),
        ISimpleAssignmentOperation assignment => IsUsed(assignment),
        IInvocationOperation call => call.TargetMethod.ContainingType.SpecialType != SpecialType.System_Object && (!IsConfigured(call) || IsUsed(call)),
        IArgumentOperation { Parent: IInvocationOperation call } => !IsConfigured(call) || IsUsed(call),
        _ => true,
    };

    private bool IsUsed(ISimpleAssignmentOperation assignment) => assignment.Target switch
    {
        IDiscardOperation => IsUsed((IOperation)assignment),
        ILocalReferenceOperation target => IsUsed(target.Local, assignment) || IsUsed((IOperation)assignment),
        _ => true,
    };

    private bool IsUsed(ILocalSymbol local, IOperation inMethod)
    {
        if (!_visited.Add(local))
        {
            return false;
        }

        var root = inMethod;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        return root.Descendants().OfType<ILocalReferenceOperation>().Any(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local) && IsUsed(reference));
    }

    private static bool IsNull(IOperation operand) => operand.ConstantValue is { HasValue: true, Value: null };

    /// <summary>Whether a call returns the same events with other settings: <c>WithCancellation</c> or <c>ConfigureAwait</c>.</summary>
    private static bool IsConfigured(IInvocationOperation call) =>
        call.Type is INamedTypeSymbol { Name: "ConfiguredCancelableAsyncEnumerable", ContainingNamespace.Name: "CompilerServices" };
}
