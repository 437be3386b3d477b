namespace Managed.Agents;

/// <summary>Validates ids: an id is opaque text that must be a single path segment.</summary>
internal static class ApiId
{
    public static string Check(string id, string name)
    {
        ArgumentNullException.ThrowIfNull(id, name);
        if (string.IsNullOrWhiteSpace(id))
        {
            throw new ArgumentException($"The id '{name}' is empty. Pass the id that the API returned, for example 'sesn_01…'.", name);
        }

        if (!IsValid(id))
        {
            throw new ArgumentException(
                $"The id '{ForDisplay(id)}' for '{name}' is not valid: it must be a single path segment without '/', '\\', '..' or control characters. Pass the id as the API returned it.",
                name);
        }

        return id;
    }

    /// <summary>Whether a text can be an id.</summary>
    public static bool IsValid(string id) =>
        !string.IsNullOrWhiteSpace(id)
        && id.AsSpan().IndexOfAny('/', '\\') < 0
        && !id.Contains("..", StringComparison.Ordinal)
        && id is not "."
        && id[0] != ';'
        && !id.Any(char.IsControl);

    /// <summary>Returns an id for use in a message: shortened, with control characters escaped.</summary>
    public static string ForDisplay(string id) =>
        string.Concat((id.Length > 64 ? id[..64] + "…" : id).Select(static c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()));
}
