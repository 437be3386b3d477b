using System.Text;

namespace Managed.Agents.Emulator;

/// <summary>Names of memory stores.</summary>
internal static class MemoryStoreRules
{
    public static string Name(string name) =>
        name.Any(char.IsControl) ? throw ApiError.InvalidRequest("name: must not hold control characters.") : name;

    /// <summary>The folder of a store: lower case, and one hyphen for whatever is not a letter or a digit.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var character in name.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(character))
            {
                slug.Append(character);
            }
            else if (slug.Length == 0 || slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString();
    }
}
