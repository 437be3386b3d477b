using System.Text.Json;
using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Finds the client type for a type of the contract at a place.</summary>
internal sealed class Bindings(ContractFile contract, ContractMap map, ClientSurface surface)
{
    private readonly Dictionary<(string Contract, Type Place), Type?> _concrete = [];
    private readonly Dictionary<string, IReadOnlyList<TypeExpression>> _members = new(StringComparer.Ordinal);

    public ContractFile Contract => contract;

    public ContractMap Map => map;

    public ClientSurface Surface => surface;

    /// <summary>Returns the client type for an object at a place of this type; null when none or several match.</summary>
    public Type? ConcreteOf(string contractType, Type place)
    {
        if (!_concrete.TryGetValue((contractType, place), out var concrete))
        {
            concrete = FindConcrete(contractType, place);
            _concrete.Add((contractType, place), concrete);
        }

        return concrete;
    }

    /// <summary>Returns the members of a choice. Nested unions are replaced by their members.</summary>
    public IEnumerable<TypeExpression> MembersOf(TypeExpression expression) => expression switch
    {
        AnyOfExpression choice => choice.Members.SelectMany(MembersOf),
        ReferenceExpression reference when contract.Types[reference.Name] is { Kind: "union" } union => MembersOf(union),
        _ => [expression],
    };

    /// <summary>Returns whether an expression is a choice, and its discriminator.</summary>
    public bool IsChoice(TypeExpression expression, out string? discriminator)
    {
        discriminator = expression switch
        {
            AnyOfExpression choice => choice.Discriminator,
            ReferenceExpression reference => contract.Types[reference.Name].Discriminator,
            _ => null,
        };
        return expression is AnyOfExpression || (expression is ReferenceExpression named && contract.Types[named.Name].Kind == "union");
    }

    /// <summary>Returns the object types among the members of a choice, by tag.</summary>
    public IEnumerable<(string Tag, ContractType Type)> TaggedMembersOf(TypeExpression choice, string discriminator) =>
        MembersOf(choice).OfType<ReferenceExpression>()
            .Select(reference => contract.Types[reference.Name])
            .Where(type => type.LiteralOf(discriminator) is not null)
            .Select(type => (type.LiteralOf(discriminator)!, type));

    /// <summary>Returns the object type of a payload; null for an unknown kind.</summary>
    public ContractType? TypeOf(TypeExpression expression, JsonObject payload)
    {
        if (!IsChoice(expression, out var discriminator))
        {
            return expression is ReferenceExpression reference ? contract.Types[reference.Name] : null;
        }

        if (discriminator is null)
        {
            // A choice with a single object type.
            return MembersOf(expression).OfType<ReferenceExpression>().Select(member => contract.Types[member.Name]).FirstOrDefault(static type => type.Kind == "object");
        }

        var tag = payload[discriminator]?.ToString() ?? (expression as AnyOfExpression)?.OptionalTag;
        return TaggedMembersOf(expression, discriminator).FirstOrDefault(member => member.Tag == tag).Type;
    }

    /// <summary>Returns whether a member of a choice is a plain string or an enum.</summary>
    public bool IsText(TypeExpression member) =>
        member is ScalarExpression { Name: "string" } or LiteralExpression
        || (member is ReferenceExpression reference && contract.Types[reference.Name].Kind == "enum");

    /// <summary>Returns the object that a plain string represents at a place of this choice and type; null where a string is not allowed.</summary>
    public ShortForm? ShortFormAt(TypeExpression expression, Type place) =>
        map.ShortForms.TryGetValue(place.Name, out var form) && IsChoice(expression, out _) && MembersOf(expression).Any(IsText) ? form : null;

    private Type? FindConcrete(string contractType, Type place)
    {
        if (place == typeof(JsonElement))
        {
            return map.NamesOf(contractType) is ["JsonElement"] ? place : null;
        }

        var fitting = map.NamesOf(contractType).Select(surface.TypeNamed).OfType<Type>().Where(type => type.IsAssignableTo(place)).ToList();
        return fitting is [var type] ? type : null;
    }

    private IReadOnlyList<TypeExpression> MembersOf(ContractType union)
    {
        if (!_members.TryGetValue(union.Name, out var members))
        {
            members = [.. union.Variants.SelectMany(MembersOf).Distinct()];
            _members.Add(union.Name, members);
        }

        return members;
    }
}
