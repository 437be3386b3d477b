using System.Runtime.InteropServices;
using System.Text.Json;

namespace Managed.Agents;

/// <summary>Finds text that no .NET string can hold: an escape sequence with one half of a surrogate pair.</summary>
internal static class InputText
{
    /// <summary>Returns the first name or value that cannot be read, or null.</summary>
    public static InputProblem? FindInvalid(JsonElement value, InputPath path) =>
        value.ValueKind == JsonValueKind.Undefined || !HasEscapes(value) ? null : Find(value, path);

    /// <summary>Returns the name of a property, or null if it cannot be read.</summary>
    public static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static InputProblem InvalidName(InputPath path) => new(path, "has a property whose name is not valid Unicode text");

    private static InputProblem? Find(JsonElement value, InputPath path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return CanRead(value) ? null : new InputProblem(path, "is not valid Unicode text");
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    if ((NameOf(member) is { } name ? Find(member.Value, path.Property(name)) : InvalidName(path)) is { } problem)
                    {
                        return problem;
                    }
                }

                return null;
            case JsonValueKind.Array:
                return value.EnumerateArray().Select((item, index) => Find(item, path.Item(index))).FirstOrDefault(static found => found is not null);
            default:
                return null;
        }
    }

    private static bool HasEscapes(JsonElement value) => JsonMarshal.GetRawUtf8Value(value).IndexOf("\\u"u8) >= 0;

    private static bool CanRead(JsonElement text)
    {
        if (!HasEscapes(text))
        {
            return true;
        }

        try
        {
            _ = text.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
