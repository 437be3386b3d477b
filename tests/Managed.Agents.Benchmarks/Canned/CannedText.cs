using System.Text.Encodings.Web;
using System.Text.Json;

namespace Managed.Agents.Benchmarks.Canned;

/// <summary>Text like that of agents and tools: prose, code, quotes, line breaks and non-ASCII letters.</summary>
internal static class CannedText
{
    private const string Source = """
        The failing test is in the payment module: "rounds half up" expects 12.35 and gets 12.34, so I looked at how amounts are built.
        src/payments/money.py:41:    return Decimal(value).quantize(Decimal("0.01"))
        src/payments/money.py:58:    total = sum(line.amount for line in lines)
        The default context rounds half to even. Passing ROUND_HALF_UP fixes this case; the café and Zürich fixtures still pass.
        $ pytest -q tests/payments
        ........................................  40 passed in 1.83s
        I changed one line, added two cases with amounts that end in five, and left the public names as they were. Next → the changelog.

        """;

    /// <summary>Returns a JSON string of <paramref name="length"/> characters that depends on <paramref name="n"/>.</summary>
    public static string Slice(int n, int length)
    {
        var text = string.Create(length, n, static (target, n) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = Source[((n * 131) + i) % Source.Length];
        });
        return $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
    }
}
