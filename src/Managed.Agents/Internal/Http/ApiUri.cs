namespace Managed.Agents;

/// <summary>Addresses that callers pass as text.</summary>
internal static class ApiUri
{
    /// <summary>The value of an address that a response leaves out.</summary>
    public static Uri Empty { get; } = new("", UriKind.Relative);

    // The message does not repeat the text, which may hold credentials.
    public static Uri Parse(string text, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : throw new ArgumentException("The text is not an absolute URL: it must start with a scheme, for example 'https://'.", parameter);
    }
}
