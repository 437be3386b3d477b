using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Managed.Agents.Emulator;

/// <summary>A form with files. Its files are written to disk as they arrive; its fields are validated against the contract.</summary>
internal sealed class MultipartBody : IDisposable
{
    private const int MaxTextBytes = 64 * 1024;

    private readonly List<UploadedFile> _files = [];

    public JsonObject Fields { get; } = [];

    public IReadOnlyList<UploadedFile> Files => _files;

    public static async Task<MultipartBody> ReadAsync(HttpRequest request, ContractOperation operation, FormRules rules, CancellationToken cancellationToken)
    {
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
        if (string.IsNullOrEmpty(boundary))
        {
            throw ApiError.InvalidRequest($"content-type: must be multipart/form-data with a boundary, got \"{request.ContentType}\".");
        }

        var budget = new ByteBudget(rules.MaxBytes(operation));
        budget.CheckDeclared(request.ContentLength);
        var form = new MultipartBody();
        try
        {
            await form.ReadPartsAsync(new MultipartReader(boundary, request.Body), Fields(operation), rules.Blobs, budget, cancellationToken).ConfigureAwait(false);
            using var document = JsonDocument.Parse(form.Fields.ToJsonString());
            operation.Body!.Check(document.RootElement, ContractPath.Body);
            return form;
        }
        catch (Exception malformed) when (malformed is InvalidDataException || (malformed is IOException and not BadHttpRequestException && !cancellationToken.IsCancellationRequested))
        {
            form.Dispose();
            throw ApiError.InvalidRequest($"body: not a valid form ({malformed.Message}).");
        }
        catch
        {
            form.Dispose();
            throw;
        }

        static Dictionary<string, ContractField> Fields(ContractOperation operation) =>
            ((ObjectShape)((NamedShape)operation.Body!).Target).Fields.ToDictionary(static field => field.Part ?? field.Name, StringComparer.Ordinal);
    }

    public void Dispose()
    {
        foreach (var file in _files)
        {
            file.Dispose();
        }
    }

    private async Task ReadPartsAsync(MultipartReader reader, Dictionary<string, ContractField> known, BlobStore blobs, ByteBudget budget, CancellationToken cancellationToken)
    {
        while (await reader.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { Length: > 0 } name)
            {
                throw ApiError.InvalidRequest("body: a part has no content-disposition with a name.");
            }

            if (!known.TryGetValue(name, out var field))
            {
                throw ApiError.InvalidRequest($"{name}: unknown part. Known parts here: {string.Join(", ", known.Keys)}.");
            }

            var list = field.Shape is ArrayShape;
            if (Fields.ContainsKey(field.Name) && !list)
            {
                throw ApiError.InvalidRequest($"{name}: sent twice.");
            }

            if (field.Shape == PrimitiveShape.File || (field.Shape as ArrayShape)?.Item == PrimitiveShape.File)
            {
                var blob = await blobs.WriteAsync(section.Body, budget, cancellationToken).ConfigureAwait(false);
                var fileName = FileName(disposition);
                _files.Add(new UploadedFile(fileName, section.ContentType, blob));
                Add(field, list, fileName ?? "");
            }
            else
            {
                Add(field, list, await ReadTextAsync(section.Body, name, cancellationToken).ConfigureAwait(false));
            }
        }
    }

    private void Add(ContractField field, bool list, string text)
    {
        if (!list)
        {
            Fields[field.Name] = RequestQuery.Convert(field.Shape, text);
            return;
        }

        if (!Fields.TryGetPropertyValue(field.Name, out var items))
        {
            Fields[field.Name] = items = new JsonArray();
        }

        items!.AsArray().Add((JsonNode)RequestQuery.Convert(((ArrayShape)field.Shape).Item, text));
    }

    private static string? FileName(ContentDispositionHeaderValue disposition) =>
        (HeaderUtilities.RemoveQuotes(disposition.FileNameStar).Value is { Length: > 0 } star ? star : HeaderUtilities.RemoveQuotes(disposition.FileName).Value) is { Length: > 0 } name ? name : null;

    private static async Task<string> ReadTextAsync(Stream part, string name, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var chunk = new byte[4096];
        int read;
        while ((read = await part.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
        {
            text.Write(chunk, 0, read);
            if (text.Length > MaxTextBytes)
            {
                throw ApiError.InvalidRequest($"{name}: must have at most {MaxTextBytes} bytes.");
            }
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
