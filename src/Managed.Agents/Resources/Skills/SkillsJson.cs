using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The metadata of skills and their versions.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Skill))]
[JsonSerializable(typeof(SkillSource))]
[JsonSerializable(typeof(SkillSourceType))]
[JsonSerializable(typeof(SkillVersion))]
internal sealed partial class SkillsJson : JsonSerializerContext;
