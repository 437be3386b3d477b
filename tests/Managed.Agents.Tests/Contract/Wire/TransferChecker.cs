using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Managed.Agents.Tests.Contract;

/// <summary>Compares the forms of uploads, part by part, and the content of downloads, byte by byte.</summary>
internal sealed class TransferChecker(Bindings bindings, Coverage coverage, Findings findings)
{
    /// <summary>The content of downloads. It is not valid text.</summary>
    public static byte[] Content { get; } = [.. Enumerable.Range(0, 1000).Select(static value => (byte)(value * 7))];

    public async Task CompareFormAsync(OperationBinding binding, bool isFull, RecordedRequest request)
    {
        var form = bindings.Contract.Types[binding.Operation.Body!];
        var expected = Uploads.PartsOf(binding.Operation, form, isFull).ToLookup(static part => part.Name, StringComparer.Ordinal);
        var actual = (await ReadAsync(request)).ToLookup(static part => part.Name, StringComparer.Ordinal);
        coverage.Mark("types", form.Name);
        foreach (var field in form.Fields)
        {
            if (expected[field.Part!].Any())
            {
                coverage.Mark("fields", $"{form.Name}.{field.Name}");
            }

            if (!expected[field.Part!].SequenceEqual(actual[field.Part!]))
            {
                findings.Add($"{form.Name}.{field.Name}", "form", $"sends {Show(actual[field.Part!])} where the contract has {Show(expected[field.Part!])}");
            }
        }

        foreach (var part in actual.Where(part => form.Fields.All(field => field.Part != part.Key)))
        {
            findings.Add($"{form.Name}.{part.Key}", "part", $"sends {Show(part)}, but the contract has no such part");
        }
    }

    public void CompareContent(OperationBinding binding, object? content)
    {
        if (content is not byte[] bytes || !bytes.AsSpan().SequenceEqual(Content))
        {
            findings.Add(binding.Operation.Id, "the downloaded content differs from what was sent");
        }
    }

    private static string Show(IEnumerable<FormPart> parts) => string.Join(", ", parts) is { Length: > 0 } text ? text : "nothing";

    private static async Task<List<FormPart>> ReadAsync(RecordedRequest request)
    {
        var parts = new List<FormPart>();
        var boundary = MediaTypeHeaderValue.Parse(request.Headers["content-type"]).Boundary.ToString();
        var reader = new MultipartReader(boundary, new MemoryStream(request.Content));
        while (await reader.ReadNextSectionAsync() is { } section)
        {
            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content);
            var disposition = section.GetContentDispositionHeader();
            parts.Add(new FormPart(
                disposition?.Name.ToString().Trim('"') ?? "",
                disposition is { FileName.HasValue: true } ? disposition.FileName.ToString().Trim('"') : null,
                Convert.ToHexString(content.ToArray())));
        }

        return parts;
    }
}
