using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The JSON serialization metadata of the events that every session emits, in a separate context.</summary>
/// <remarks>
/// The lookup of a type compiles a comparison with each type of its context and loads all of these types. With this small context first,
/// the first event of a program does not wait for the types of the whole API.
/// </remarks>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AgentMessageEvent))]
[JsonSerializable(typeof(AgentThinkingEvent))]
[JsonSerializable(typeof(AgentToolResultEvent))]
[JsonSerializable(typeof(AgentToolUseEvent))]
[JsonSerializable(typeof(SessionStatusIdleEvent))]
[JsonSerializable(typeof(SessionStatusRunningEvent))]
[JsonSerializable(typeof(SessionUsageEvent))]
[JsonSerializable(typeof(SpanModelRequestEndEvent))]
[JsonSerializable(typeof(SpanModelRequestStartEvent))]
[JsonSerializable(typeof(TextBlock))]
[JsonSerializable(typeof(UserMessageEvent))]
[JsonSerializable(typeof(IDictionary<string, JsonElement>))]
internal sealed partial class SessionStreamJson : JsonSerializerContext;
