using System.Text;
using System.Text.Json;

namespace Managed.Agents;

/// <summary>Formats objects as a single short line.</summary>
internal static class LogLine
{
    private const int MaxLength = 200;

    public static string Of(string type, string? detail) =>
        string.IsNullOrEmpty(detail) ? type
        : type.Length == 0 ? OneLine(detail)
        : $"{type}: {OneLine(detail)}";

    public static string Call(string name, JsonElement input) =>
        input.ValueKind == JsonValueKind.Undefined ? name : $"{name} {input.GetRawText()}";

    public static string Result(bool? isError, IReadOnlyList<SessionContentBlock> content) =>
        isError == true ? $"failed: {content.Describe()}" : content.Describe();

    /// <summary>Replaces each run of white space and control characters with one space, and truncates long text with an ellipsis.</summary>
    public static string OneLine(string text, int maxLength = MaxLength)
    {
        var line = new StringBuilder(Math.Min(text.Length, maxLength));
        foreach (var character in text)
        {
            if (line.Length == maxLength)
            {
                if (char.IsHighSurrogate(line[^1]))
                {
                    line.Length--;
                }

                return line.Append('…').ToString();
            }

            if (!char.IsWhiteSpace(character) && !char.IsControl(character))
            {
                line.Append(character);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }
}
