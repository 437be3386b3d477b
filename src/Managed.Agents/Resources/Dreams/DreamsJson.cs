// The attributes for types of this library are written by GeneratedFileTests.
using System.Text.Json.Serialization;

namespace Managed.Agents.Dreams;

/// <summary>The JSON serialization metadata of dreams.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Dream))]
[JsonSerializable(typeof(DreamCreateRequest))]
[JsonSerializable(typeof(DreamError))]
[JsonSerializable(typeof(DreamErrorType))]
[JsonSerializable(typeof(DreamInput))]
[JsonSerializable(typeof(DreamModel))]
[JsonSerializable(typeof(DreamOutput))]
[JsonSerializable(typeof(DreamOutputBehavior))]
[JsonSerializable(typeof(DreamStatus))]
[JsonSerializable(typeof(DreamUsage))]
[JsonSerializable(typeof(MemoryStoreDreamInput))]
[JsonSerializable(typeof(SessionsDreamInput))]
[JsonSerializable(typeof(UnknownDreamInput))]
[JsonSerializable(typeof(UnknownDreamOutputBehavior))]
[JsonSerializable(typeof(UpdateExistingStore))]
internal sealed partial class DreamsJson : JsonSerializerContext;
