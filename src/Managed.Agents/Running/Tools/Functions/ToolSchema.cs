using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Managed.Agents;

/// <summary>Creates the JSON schema of a type from its serialization metadata.</summary>
internal static class ToolSchema
{
    private static readonly JsonSchemaExporterOptions Options = new()
    {
        // The input is never null, and the API accepts only "object" as the top-level type.
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Describe,
    };

    public static JsonElement Of(JsonTypeInfo type)
    {
        var schema = type.GetJsonSchemaAsNode(Options);
        if (schema is JsonObject top && top["type"] is JsonArray)
        {
            top["type"] = "object";
        }

        return JsonElement.Parse(schema.ToJsonString());
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var description = DescriptionOf(context.PropertyInfo?.AttributeProvider) ?? DescriptionOf(context.PropertyInfo?.AssociatedParameter?.AttributeProvider);
        if (description is not null && schema is JsonObject described)
        {
            described.Insert(0, "description", description);
        }

        return schema;
    }

    private static string? DescriptionOf(ICustomAttributeProvider? source) =>
        source?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true).OfType<DescriptionAttribute>().FirstOrDefault()?.Description;
}
