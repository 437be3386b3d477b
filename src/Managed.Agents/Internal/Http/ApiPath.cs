using System.Runtime.CompilerServices;
using System.Text;

namespace Managed.Agents;

/// <summary>A path of the API. Written as an interpolated string, whose holes are ids: each is checked and escaped, so that neither can be forgotten.</summary>
[InterpolatedStringHandler]
internal readonly struct ApiPath
{
    // What RFC 3986 lets stand in a segment besides letters, digits and "-._~", and the reference client leaves there.
    private const string LeftInSegments = "!$&'()*+,;=:@";

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
            foreach (var character in LeftInSegments)
            {
                escaped = escaped.Replace($"%{(int)character:X2}", character.ToString(), StringComparison.Ordinal);
            }
        }

        return escaped;
    }
}
