using System.Runtime.CompilerServices;
using System.Text;

namespace Managed.Agents;

/// <summary>A path of the API. Written as an interpolated string, whose holes are ids: each is checked and escaped, so that neither can be forgotten.</summary>
[InterpolatedStringHandler]
internal readonly struct ApiPath
{
    private readonly StringBuilder _path;

    public ApiPath(int literalLength, int formattedCount) => _path = new StringBuilder(literalLength + (formattedCount * 32));

    public void AppendLiteral(string value) => _path.Append(value);

    public void AppendFormatted(string value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        _path.Append(Uri.EscapeDataString(ApiId.Check(value, name)));

    public override string ToString() => _path.ToString();
}
