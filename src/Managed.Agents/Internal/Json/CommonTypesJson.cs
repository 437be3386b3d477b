// The attributes for types of this library are written by GeneratedFileTests.
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>The metadata of content blocks and of other types that several resources use.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ApiErrorType))]
[JsonSerializable(typeof(Base64DocumentSource))]
[JsonSerializable(typeof(Base64ImageSource))]
[JsonSerializable(typeof(DeletedResource))]
[JsonSerializable(typeof(DocumentBlock))]
[JsonSerializable(typeof(DocumentSource))]
[JsonSerializable(typeof(FileDocumentSource))]
[JsonSerializable(typeof(FileImageSource))]
[JsonSerializable(typeof(ImageBlock))]
[JsonSerializable(typeof(ImageSource))]
[JsonSerializable(typeof(PlainTextDocumentSource))]
[JsonSerializable(typeof(SearchResultBlock))]
[JsonSerializable(typeof(SearchResultCitations))]
[JsonSerializable(typeof(SessionContentBlock))]
[JsonSerializable(typeof(SortOrder))]
[JsonSerializable(typeof(UnknownDocumentSource))]
[JsonSerializable(typeof(UnknownImageSource))]
[JsonSerializable(typeof(UnknownSessionContentBlock))]
[JsonSerializable(typeof(UrlDocumentSource))]
[JsonSerializable(typeof(UrlImageSource))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(IDictionary<string, JsonElement>))]
internal sealed partial class CommonTypesJson : JsonSerializerContext;
