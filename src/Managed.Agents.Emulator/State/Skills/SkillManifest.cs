using System.Text;
using System.Text.RegularExpressions;

namespace Managed.Agents.Emulator;

/// <summary>The front matter of a <c>SKILL.md</c>: its name and its description.</summary>
internal sealed record SkillManifest(string Name, string Description)
{
    private const int MaxName = 64;
    private const int MaxDescription = 1_024;

    private static readonly Regex KebabCase = new("^[a-z0-9]+(?:-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static SkillManifest Parse(ReadOnlySpan<byte> markdown)
    {
        var fields = FrontMatter.Read(Encoding.UTF8.GetString(markdown).TrimStart('\uFEFF'))
            ?? throw ApiError.InvalidRequest("SKILL.md: must begin with front matter between two --- lines.");
        var name = fields.GetValueOrDefault("name", "");
        Require(name.Length is > 0 and <= MaxName && KebabCase.IsMatch(name), $"name: must be kebab-case (lower-case letters, digits and single hyphens) with 1 to {MaxName} characters");
        var description = fields.GetValueOrDefault("description", "");
        Require(!string.IsNullOrWhiteSpace(description) && description.EnumerateRunes().Count() <= MaxDescription, $"description: must have 1 to {MaxDescription} characters");
        return new SkillManifest(name, description);
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds)
        {
            throw ApiError.InvalidRequest($"SKILL.md: {rule}.");
        }
    }
}
