namespace Managed.Agents.Webhooks;

/// <summary>A signing key with its label.</summary>
internal sealed class SigningKey
{
    private const string Prefix = "whsec_";

    private SigningKey(string label, byte[] bytes)
    {
        Label = label;
        Bytes = bytes;
    }

    public string Label { get; }

    public byte[] Bytes { get; }

    public static SigningKey? TryParse(string label, string key) =>
        Problem(key) is null ? new SigningKey(label, Convert.FromBase64String(WithoutPrefix(key))) : null;

    /// <exception cref="ArgumentException">The text is no key. The message does not contain it.</exception>
    public static SigningKey Parse(string label, string key) =>
        TryParse(label, key) ?? throw new ArgumentException($"The webhook signing key '{label}' {Problem(key)}", nameof(key));

    /// <summary>What is wrong with a key, to go on with after its label; null for nothing. The key itself is not in it.</summary>
    public static string? Problem(string? key)
    {
        var text = WithoutPrefix(key ?? "");
        if (text.Length == 0)
        {
            return "is empty. Set it to what the service showed when the endpoint was made: whsec_ and base64.";
        }

        if (text.Any(char.IsWhiteSpace))
        {
            return "holds white space. Was it copied with the line's end? Trim it.";
        }

        return Convert.TryFromBase64String(text, new byte[text.Length], out var length) && length > 0
            ? null
            : "is no key: behind an optional whsec_ there must be base64, with the letters + and / and its padding. Was it cut off?";
    }

    private static string WithoutPrefix(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : key;
}
