using System.Text.Json;
using System.Text.Json.Nodes;
using Managed.Agents.ContractDiff;

namespace Managed.Agents.Tests.Contract;

/// <summary>Bodies of an operation, as on the wire and as a caller passes them.</summary>
internal sealed class BodySamples(Bindings bindings)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Returns all bodies to send. The first has every field.</summary>
    public IEnumerable<JsonObject> Of(OperationBinding binding)
    {
        if (binding.Operation.Body is not { } body || binding.Body is null || binding.Operation.IsMultipart)
        {
            return [];
        }

        var generator = new PayloadGenerator(bindings, _taken, isRequest: true);
        return binding.BodyField is { } field
            ? generator.Alternatives(field.Type, field.Name).Select(value => new JsonObject { [field.Name] = value })
            : generator.Alternatives(new ReferenceExpression(body), body).OfType<JsonObject>();
    }

    /// <summary>Returns a body as a caller passes it: an object, or the items of its only field.</summary>
    public static object? ToValue(OperationBinding binding, JsonObject? body)
    {
        if (body is null)
        {
            return null;
        }

        if (binding.BodyField is not { } field)
        {
            return body.Deserialize(binding.Body!.ParameterType, ManagedAgentsJson.Options);
        }

        var items = (JsonArray)body[field.Name]!;
        var type = ClrTypes.ItemOf(binding.Body!.ParameterType)!;
        var list = Array.CreateInstance(type, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            list.SetValue(items[i].Deserialize(type, ManagedAgentsJson.Options), i);
        }

        return list;
    }

    /// <summary>Returns an upload as a caller passes it.</summary>
    public object ToUpload(OperationBinding binding, bool isFull) =>
        Uploads.Make(bindings.Map, bindings.Contract.Types[binding.Operation.Body!], binding.Body!.ParameterType, isFull);

    /// <summary>Returns a valid body for the operation; null when it takes none.</summary>
    public object? Any(OperationBinding binding) =>
        binding.Operation.IsMultipart ? ToUpload(binding, isFull: false) : ToValue(binding, Of(binding).FirstOrDefault());
}
