namespace Managed.Agents.ContractDiff;

/// <summary>Compares two contracts part by part.</summary>
public sealed class ContractComparison
{
    private readonly List<Difference> _differences = [];

    private ContractComparison()
    {
    }

    public static IReadOnlyList<Difference> Compare(ContractFile older, ContractFile newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        var comparison = new ContractComparison();
        comparison.Match("operation", "", older.Operations, newer.Operations, comparison.CompareOperations);
        comparison.Match("type", "", older.Types, newer.Types, comparison.CompareTypes);
        comparison.Match("section", "", SectionFacts.Of(older), SectionFacts.Of(newer), (name, before, after) => comparison.CompareText("section", name, before, after));
        return comparison._differences;
    }

    private static Dictionary<string, TypeExpression> Variants(TypeExpression expression)
    {
        var members = expression is AnyOfExpression choice ? choice.Members : [];
        return members.Concat(expression.Parts.SelectMany(static part => Variants(part).Values))
            .DistinctBy(static member => member.ToString(), StringComparer.Ordinal)
            .ToDictionary(static member => member.ToString(), StringComparer.Ordinal);
    }

    // The type without its choices, which are reported one by one.
    private static string Skeleton(TypeExpression expression) => expression switch
    {
        AnyOfExpression => "(…)",
        ArrayExpression array => $"[{Skeleton(array.Item)}]",
        MapExpression map => $"{{{Skeleton(map.Value)}}}",
        NullableExpression nullable => $"{Skeleton(nullable.Inner)}?",
        _ => expression.ToString(),
    };

    private void CompareOperations(string id, ContractOperation before, ContractOperation after)
    {
        foreach (var fact in before.Facts.Keys.Union(after.Facts.Keys).Order(StringComparer.Ordinal))
        {
            CompareText("operation", id, $"{fact} {before.Facts.GetValueOrDefault(fact, "unset")}", $"{fact} {after.Facts.GetValueOrDefault(fact, "unset")}");
        }

        Match("query", id + "?", ByName(before.Query), ByName(after.Query), CompareFields("query"));
    }

    private void CompareTypes(string name, ContractType before, ContractType after)
    {
        CompareText("type", name, before.Facts, after.Facts);
        Match("field", name + ".", ByName(before.Fields), ByName(after.Fields), CompareFields("field"));
        Match("variant", name + ": ", VariantsOf(before), VariantsOf(after), (variant, old, now) => CompareText("variant", variant, old, now));
        Match("value", name + ": ", ValuesOf(before.Values), ValuesOf(after.Values), static (_, _, _) => { });
    }

    private Action<string, ContractField, ContractField> CompareFields(string part) => (name, before, after) =>
    {
        var variants = Variants(before.Type);
        var newVariants = Variants(after.Type);
        CompareText(part, name, Skeleton(before.Type), Skeleton(after.Type));
        CompareText(part, name, before.Facts, after.Facts);
        if (variants.Count > 0 && newVariants.Count > 0)
        {
            Match("variant", name + ": ", variants, newVariants, static (_, _, _) => { });
        }
    };

    private void CompareText(string part, string name, string before, string after)
    {
        if (!string.Equals(before, after, StringComparison.Ordinal))
        {
            _differences.Add(new Difference(Change.Changed, part, name, $"{before} -> {after}"));
        }
    }

    private void Match<T>(string part, string prefix, IReadOnlyDictionary<string, T> before, IReadOnlyDictionary<string, T> after, Action<string, T, T> compare)
    {
        foreach (var name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var isOld = before.TryGetValue(name, out var old);
            var isNew = after.TryGetValue(name, out var now);
            if (isOld && isNew)
            {
                compare(prefix + name, old!, now!);
            }
            else
            {
                _differences.Add(new Difference(isNew ? Change.New : Change.Removed, part, prefix + name, ""));
            }
        }
    }

    private static Dictionary<string, ContractField> ByName(IEnumerable<ContractField> fields) =>
        fields.ToDictionary(static field => field.Name, StringComparer.Ordinal);

    // By tag if there is one, otherwise (for example a plain string) by the expression.
    private static Dictionary<string, string> VariantsOf(ContractType type)
    {
        var variants = type.Tags.ToDictionary(static tag => tag.Key, static tag => tag.Value, StringComparer.Ordinal);
        foreach (var variant in type.Variants.Select(static variant => variant.ToString()).Where(variant => !type.Tags.Values.Contains(variant, StringComparer.Ordinal)))
        {
            variants.TryAdd(variant, variant);
        }

        return variants;
    }

    private static Dictionary<string, string> ValuesOf(IEnumerable<string> values) => values.ToDictionary(static value => value, StringComparer.Ordinal);
}
