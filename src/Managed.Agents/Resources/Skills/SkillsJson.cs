// The attributes for types of this library are written by GeneratedFileTests.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The serializer metadata of the skill and version types.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Skill))]
[JsonSerializable(typeof(SkillSource))]
[JsonSerializable(typeof(SkillSourceType))]
[JsonSerializable(typeof(SkillVersion))]
internal sealed partial class SkillsJson : JsonSerializerContext;
