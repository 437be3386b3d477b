using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The metadata of the events that every session emits, in a context of their own.</summary>
/// <remarks>
/// Looking up one type compiles a comparison with each type of its context, and loads them all: with this small one first, a program's
/// first event does not wait for the types of the whole API.
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
