using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Gets the text of an input, which scripts match.</summary>
internal static class InputText
{
    public static string Of(JsonObject input) => input.Text("type") == "user.define_outcome"
        ? input.Text("description")!
        : string.Join('\n', input.Objects("content").Where(static block => block.Text("type") == "text").Select(static block => block.Text("text")));
}
