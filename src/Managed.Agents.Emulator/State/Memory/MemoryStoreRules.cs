using System.Text;

namespace Managed.Agents.Emulator;

/// <summary>The rules for the names of memory stores.</summary>
internal static class MemoryStoreRules
{
    public static string Name(string name) =>
        name.Any(char.IsControl) ? throw ApiError.InvalidRequest("name: must not contain control characters.") : name;

    /// <summary>Returns the folder name of a store: lower case, with one hyphen for each run of characters that are not letters or digits.</summary>
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
