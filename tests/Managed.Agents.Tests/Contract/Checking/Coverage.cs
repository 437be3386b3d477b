using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>The parts of the contract that were sent or read and compared equal. The comparison adds them.</summary>
internal sealed class Coverage
{
    private readonly HashSet<(string Part, string Name)> _marked = [];

    public void Mark(string part, string name) => _marked.Add((part, name));

    public bool IsMarked(string part, string name) => _marked.Contains((part, name));

    /// <summary>Returns the parts of a type that coverage counts.</summary>
    public static IEnumerable<(string Part, string Name)> PartsOf(ContractFile contract, ContractType type)
    {
        yield return ("types", type.Name);
        foreach (var field in type.Fields)
        {
            var place = $"{type.Name}.{field.Name}";
            yield return ("fields", place);
            foreach (var member in ChoicesIn(field.Type).SelectMany(static choice => choice.Members))
            {
                yield return ("variants", $"{place}: {TagOf(contract, member)}");
            }

            foreach (var value in field.KnownValues)
            {
                yield return ("values", $"{place}: {value}");
            }
        }

        foreach (var variant in type.Variants)
        {
            yield return ("variants", $"{type.Name}: {TagOf(contract, variant)}");
        }

        foreach (var value in type.Values)
        {
            yield return ("values", $"{type.Name}: {value}");
        }
    }

    /// <summary>Returns the name of a member of a choice: its tag, if it has one.</summary>
    public static string TagOf(ContractFile contract, TypeExpression member) =>
        member is ReferenceExpression { Name: var name } && contract.Types[name] is var type
            ? type.LiteralOf("type") ?? type.LiteralOf("name") ?? type.Name
            : member.ToString();

    private static IEnumerable<AnyOfExpression> ChoicesIn(TypeExpression expression) =>
        expression is AnyOfExpression choice ? [choice] : expression.Parts.SelectMany(ChoicesIn);
}
