using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The metadata of content blocks and of what all resources share.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ContentBlock))]
[JsonSerializable(typeof(TextBlock))]
[JsonSerializable(typeof(UnknownContentBlock))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(IDictionary<string, JsonElement>))]
internal sealed partial class SharedJson : JsonSerializerContext;
