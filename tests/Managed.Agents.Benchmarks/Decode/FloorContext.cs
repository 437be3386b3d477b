using System.Text.Json.Serialization;

namespace Managed.Agents.Benchmarks.Decode;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(FloorUserMessage))]
[JsonSerializable(typeof(FloorStatusRunning))]
[JsonSerializable(typeof(FloorModelRequestStart))]
[JsonSerializable(typeof(FloorModelRequestEnd))]
[JsonSerializable(typeof(FloorThinking))]
[JsonSerializable(typeof(FloorAgentMessage))]
[JsonSerializable(typeof(FloorToolUse))]
[JsonSerializable(typeof(FloorToolResult))]
[JsonSerializable(typeof(FloorUsageEvent))]
[JsonSerializable(typeof(FloorStatusIdle))]
[JsonSerializable(typeof(FloorStatusTerminated))]
internal sealed partial class FloorContext : JsonSerializerContext;
