using System.Text.Json;

namespace Managed.Agents.Emulator;

/// <summary>A union of objects with a discriminator, and of values of other JSON kinds.</summary>
internal sealed class UnionShape(IReadOnlyList<ContractShape> alternatives, string? discriminator, IReadOnlyDictionary<string, ContractShape>? tags) : ContractShape
{
    private Dictionary<string, ContractShape>? _byTag;

    public override string Expected => string.Join(" or ", alternatives.Select(static shape => shape.Expected).Distinct(StringComparer.Ordinal));

    private Dictionary<string, ContractShape> ByTag => _byTag ??= CollectTags();

    public override bool Accepts(JsonValueKind kind) => alternatives.Any(shape => shape.Accepts(kind));

    public override void Check(JsonElement value, ContractPath path)
    {
        if (value.ValueKind is JsonValueKind.Object && discriminator is not null)
        {
            Choose(value, path).Check(value, path);
            return;
        }

        var matching = alternatives.FirstOrDefault(shape => shape.Accepts(value.ValueKind)) ?? throw Mismatch(value, path);
        matching.Check(value, path);
    }

    private ContractShape Choose(JsonElement value, ContractPath path)
    {
        var at = path.Field(discriminator!);
        if (!value.TryGetProperty(discriminator!, out var tag))
        {
            throw ApiError.InvalidRequest($"{at}: field required; one of {string.Join(", ", ByTag.Keys)}.");
        }

        return tag.ValueKind is JsonValueKind.String && ByTag.TryGetValue(tag.GetString()!, out var chosen)
            ? chosen
            : throw ApiError.InvalidRequest($"{at}: unknown value {tag.GetRawText()}; expected one of {string.Join(", ", ByTag.Keys)}.");
    }

    private Dictionary<string, ContractShape> CollectTags()
    {
        var found = new Dictionary<string, ContractShape>(tags ?? new Dictionary<string, ContractShape>(), StringComparer.Ordinal);
        foreach (var alternative in alternatives)
        {
            var target = alternative is NamedShape named ? named.Target : alternative;
            if (target is UnionShape union)
            {
                foreach (var (tag, shape) in union.ByTag)
                {
                    found.TryAdd(tag, shape);
                }
            }
            else if (target is ObjectShape shape && shape.Tag(discriminator!) is { } tag)
            {
                found.TryAdd(tag, shape);
            }
        }

        return found;
    }
}
