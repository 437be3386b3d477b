namespace Managed.Agents;

/// <summary>Parses addresses that callers pass as text.</summary>
internal static class ApiUri
{
    /// <summary>The value used when a response omits an address.</summary>
    public static Uri Empty { get; } = new("", UriKind.Relative);

    // The message does not contain the text, which may contain credentials.
    public static Uri Parse(string text, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : throw new ArgumentException("The text is not an absolute URL: it must start with a scheme, for example 'https://'.", parameter);
    }
}
