using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator.Tests;

/// <summary>Helpers that read events.</summary>
public static class Events
{
    public static string Type(this JsonObject e) => e["type"]!.GetValue<string>();

    public static string Id(this JsonObject e) => e["id"]!.GetValue<string>();

    public static IEnumerable<string> Types(this IEnumerable<JsonObject> events) => events.Select(Type);

    public static JsonObject Only(this IEnumerable<JsonObject> events, string type) => events.Single(e => e.Type() == type);

    public static string Text(this JsonObject e) => string.Concat(e["content"]!.AsArray().Select(static block => block!["text"]!.GetValue<string>()));

    public static string StopReason(this JsonObject e) => e["stop_reason"]!["type"]!.GetValue<string>();

    public static List<string> WaitingFor(this JsonObject idle) => [.. idle["stop_reason"]!["event_ids"]!.AsArray().Select(static id => id!.GetValue<string>())];
}
