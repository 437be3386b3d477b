using System.Text.Json.Serialization;

namespace Managed.Agents.Models;

/// <summary>The metadata of models.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CapabilitySupport))]
[JsonSerializable(typeof(CompactionCapability))]
[JsonSerializable(typeof(ContextManagementCapability))]
[JsonSerializable(typeof(EffortCapability))]
[JsonSerializable(typeof(ModelCapabilities))]
[JsonSerializable(typeof(ModelInfo))]
[JsonSerializable(typeof(ServerToolsCapability))]
[JsonSerializable(typeof(ThinkingCapability))]
[JsonSerializable(typeof(ThinkingTypes))]
internal sealed partial class ModelsJson : JsonSerializerContext;
