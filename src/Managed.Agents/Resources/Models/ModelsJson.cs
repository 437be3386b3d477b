// The attributes for types of this library are written by GeneratedFileTests.
using System.Text.Json.Serialization;

namespace Managed.Agents.Models;

/// <summary>The serializer metadata of the model types.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CapabilitySupport))]
[JsonSerializable(typeof(CompactionCapability))]
[JsonSerializable(typeof(ContextManagementCapability))]
[JsonSerializable(typeof(EffortCapability))]
[JsonSerializable(typeof(ModelCapabilities))]
[JsonSerializable(typeof(ModelInfo))]
[JsonSerializable(typeof(ModelLifecycle))]
[JsonSerializable(typeof(ModelLine))]
[JsonSerializable(typeof(ServerToolsCapability))]
[JsonSerializable(typeof(ThinkingCapability))]
[JsonSerializable(typeof(ThinkingTypes))]
internal sealed partial class ModelsJson : JsonSerializerContext;
