// The attributes for types of this library are written by GeneratedFileTests.
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The serializer metadata of the file types.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(FileMetadata))]
[JsonSerializable(typeof(FileScope))]
internal sealed partial class FilesJson : JsonSerializerContext;
