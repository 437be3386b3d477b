namespace Managed.Agents;

/// <summary>The results of calls that are answered without being run.</summary>
internal static class ToolRefusals
{
    public static ToolResult Unknown { get; } =
        ToolResult.Error("The call was started, but its outcome is unknown: it may or may not have taken effect. Check that before you call the tool again.");

    public static ToolResult Denied(string? reason) =>
        ToolResult.Error(string.IsNullOrEmpty(reason) ? "The call was denied." : $"The call was denied: {reason}");
}
