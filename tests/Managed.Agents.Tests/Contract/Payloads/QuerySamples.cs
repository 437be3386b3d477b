using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Values for the query parameters of an operation, as on the wire and as a caller sets them.</summary>
internal sealed class QuerySamples(Bindings bindings)
{
    /// <summary>Returns all values to send for a parameter. The first sets the most.</summary>
    public IEnumerable<JsonNode?> Of(OperationBinding binding, string name)
    {
        var field = binding.Operation.Query.First(field => field.Name == name);
        return field.KnownValues.Count > 0
            ? field.KnownValues.Select(static value => (JsonNode?)value)
            : new PayloadGenerator(bindings, [], isRequest: true).Alternatives(field.Type, name);
    }

    /// <summary>Returns a value for every parameter, as far as they can be combined.</summary>
    public Dictionary<string, JsonNode?> All(OperationBinding binding)
    {
        var query = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var field in binding.Operation.Query.Where(field => binding.Query.ContainsKey(field.Name) && !IsBackwardCursor(binding, field)))
        {
            if (!field.ExclusiveWith.Any(query.ContainsKey) && !query.Keys.Any(name => binding.Operation.Query.First(other => other.Name == name).ExclusiveWith.Contains(field.Name, StringComparer.Ordinal)))
            {
                query.Add(field.Name, Of(binding, field.Name).First());
            }
        }

        return query;
    }

    /// <summary>Returns a value for every parameter that can be combined with a cursor, without the cursor.</summary>
    public Dictionary<string, JsonNode?> Filters(OperationBinding binding)
    {
        var cursor = binding.Query.FirstOrDefault(static entry => entry.Value.IsCursor).Key;
        return binding.Operation.Query
            .Where(field => field.Name != cursor && binding.Query.ContainsKey(field.Name) && !IsBackwardCursor(binding, field) && !field.ExclusiveWith.Contains(cursor, StringComparer.Ordinal))
            .ToDictionary(static field => field.Name, field => Of(binding, field.Name).First(), StringComparer.Ordinal);
    }

    // The cursors of the two directions cannot be combined.
    private bool IsBackwardCursor(OperationBinding binding, ContractField field) =>
        binding.Operation.PageKind is { } kind && !binding.Query[field.Name].IsCursor
        && ((JsonArray)bindings.Contract.Json["pages"]![kind]!["cursors"]!).Any(cursor => cursor!["query"]!.ToString() == field.Name);

    /// <summary>Returns the values as a caller sets them.</summary>
    public static Dictionary<string, object?> ToValues(OperationBinding binding, IReadOnlyDictionary<string, JsonNode?> query) =>
        query.ToDictionary(static entry => entry.Key, entry => ToValue(entry.Key, entry.Value, ClrTypes.Unwrap(binding.Query[entry.Key].Type)), StringComparer.Ordinal);

    private static object? ToValue(string name, JsonNode? value, Type type) =>
        type != typeof(TimeSpan) ? value.Deserialize(type)
        : name.EndsWith("_ms", StringComparison.Ordinal) ? TimeSpan.FromMilliseconds(long.Parse(value!.ToString(), CultureInfo.InvariantCulture))
        : TimeSpan.FromSeconds(long.Parse(value!.ToString(), CultureInfo.InvariantCulture));

    /// <summary>Returns the values as they are sent.</summary>
    public static IReadOnlyList<(string Name, string Value)> ToPairs(IReadOnlyDictionary<string, JsonNode?> query) =>
        [.. query.SelectMany(static entry => RequestChecker.Pairs(entry.Key, entry.Value))];
}
