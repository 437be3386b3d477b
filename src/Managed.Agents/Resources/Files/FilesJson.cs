using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The metadata of files.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(FileMetadata))]
[JsonSerializable(typeof(FileScope))]
internal sealed partial class FilesJson : JsonSerializerContext;
