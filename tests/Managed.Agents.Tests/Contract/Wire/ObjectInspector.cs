using System.Collections;
using System.Text.Json;

namespace Managed.Agents.Tests.Contract;

/// <summary>Finds fields and kinds that should be known but were read as unknown.</summary>
internal sealed class ObjectInspector(ClientSurface surface, Findings findings)
{
    /// <summary>The secrets that were read.</summary>
    public List<string> Secrets { get; } = [];

    public void Inspect(object? value)
    {
        switch (value)
        {
            case null or string or JsonElement:
                break;
            case SecretString secret:
                Secrets.Add(secret.Reveal());
                break;
            case ApiObject known:
                InspectObject(known);
                break;
            case IEnumerable items:
                foreach (var item in items)
                {
                    Inspect(item);
                }

                break;
            default:
                if (ClrTypes.IsOptional(value.GetType()))
                {
                    Inspect(value.GetType().GetProperty(nameof(Optional<object>.Value))!.GetValue(value));
                }

                break;
        }
    }

    private void InspectObject(ApiObject value)
    {
        var type = value.GetType();
        if (ClientSurface.IsUnknownKind(type))
        {
            var json = (JsonElement)type.GetProperty("Json")!.GetValue(value)!;
            if (!json.GetRawText().Contains("_of_tomorrow\"", StringComparison.Ordinal))
            {
                findings.Add(type.BaseType!.Name, $"read {json.GetRawText()} as an unknown kind: {type.GetProperty("Problem")?.GetValue(value) ?? "its tag is unrecognized"}");
            }

            return;
        }

        foreach (var name in value.AdditionalFields.Keys.Where(static name => !name.StartsWith(PayloadGenerator.ExtraPrefix, StringComparison.Ordinal)))
        {
            findings.Add($"{type.Name}.{name}", "the field was read as an unknown field");
        }

        foreach (var property in surface.PropertiesOf(type))
        {
            Inspect(property.Property.GetValue(value));
        }
    }
}
