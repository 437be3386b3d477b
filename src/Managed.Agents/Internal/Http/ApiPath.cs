using System.Runtime.CompilerServices;
using System.Text;

namespace Managed.Agents;

/// <summary>A path of the API, written as an interpolated string. Every interpolated id is validated and escaped.</summary>
[InterpolatedStringHandler]
internal readonly struct ApiPath
{
    // Allowed unescaped in a path segment by RFC 3986, besides letters, digits and "-._~". The official clients do not escape them either.
    private const string UnescapedCharacters = "!$&'()*+,;=:@";

    private readonly StringBuilder _path;

    public ApiPath(int literalLength, int formattedCount) => _path = new StringBuilder(literalLength + (formattedCount * 32));

    public void AppendLiteral(string value) => _path.Append(value);

    public void AppendFormatted(string value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        _path.Append(Escape(ApiId.Check(value, name)));

    public override string ToString() => _path.ToString();

    private static string Escape(string id)
    {
        var escaped = Uri.EscapeDataString(id);
        if (escaped.Contains('%', StringComparison.Ordinal))
        {
            foreach (var character in UnescapedCharacters)
            {
                escaped = escaped.Replace($"%{(int)character:X2}", character.ToString(), StringComparison.Ordinal);
            }
        }

        return escaped;
    }
}
