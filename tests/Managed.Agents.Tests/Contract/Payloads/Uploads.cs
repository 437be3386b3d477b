using System.Reflection;
using System.Text;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Creates uploads as callers do, and the parts that the form must have.</summary>
internal static class Uploads
{
    private const string Folder = "my skill/scripts é/";
    private const string FileName = "read me ☂.md";

    // Every byte value, so that the content cannot be treated as text.
    private static readonly byte[] Content = [.. Enumerable.Range(0, 256).Select(static value => (byte)value)];

    public static bool IsFile(ContractField field) =>
        field.Type is ScalarExpression { Name: "file" } or ArrayExpression { Item: ScalarExpression { Name: "file" } };

    /// <summary>Returns the property of an upload that sets a field; null for none.</summary>
    public static PropertyInfo? PropertyOf(ContractMap map, ContractType form, ContractField field, Type upload) =>
        upload.GetProperty(map.UploadFields.GetValueOrDefault($"{form.Name}.{field.Name}")?.Property ?? string.Concat(field.Name.Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word[1..])));

    /// <summary>Creates an upload of a type, with or without the fields other than files.</summary>
    public static object Make(ContractMap map, ContractType form, Type type, bool isFull)
    {
        object upload = type == typeof(SkillUpload)
            ? SkillUpload.FromFiles(FileUpload.FromBytes(Content, Folder + FileName), FileUpload.FromBytes(Content, Folder + "SKILL.md"))
            : FileUpload.FromBytes(Content, Folder + FileName);
        foreach (var field in form.Fields.Where(field => isFull && !IsFile(field)))
        {
            var property = PropertyOf(map, form, field, type)!;
            property.SetValue(upload, property.PropertyType == typeof(string) ? $"{field.Name} é" : TimeSpan.FromHours(2));
        }

        return upload;
    }

    /// <summary>Returns the parts that the form must have.</summary>
    public static IEnumerable<FormPart> PartsOf(ContractOperation operation, ContractType form, bool isFull)
    {
        foreach (var field in form.Fields)
        {
            if (!IsFile(field))
            {
                if (isFull)
                {
                    var text = field.Type is ScalarExpression { Name: "string" } ? $"{field.Name} é" : "7200";
                    yield return new FormPart(field.Part!, null, Convert.ToHexString(Encoding.UTF8.GetBytes(text)));
                }

                continue;
            }

            string[] names = field.Type is ArrayExpression ? [FileName, "SKILL.md"] : [FileName];
            foreach (var name in names)
            {
                yield return new FormPart(field.Part!, operation.KeepsFolders ? Folder + name : name, Convert.ToHexString(Content));
            }
        }
    }
}

/// <summary>A part of a form.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="FileName">The name of the file; null for a field that is not a file.</param>
/// <param name="Content">The content, in hexadecimal digits.</param>
internal sealed record FormPart(string Name, string? FileName, string Content)
{
    public override string ToString() => FileName is null ? $"'{Name}'" : $"'{Name}' with '{FileName}' of {Content.Length / 2} bytes";
}
