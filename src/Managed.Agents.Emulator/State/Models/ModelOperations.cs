using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The operations on the models.</summary>
internal sealed class ModelOperations(EmulatorServices services)
{
    private const int MaxPage = 1_000;

    public JsonNode Retrieve(ApiCall call)
    {
        var id = call.Route("model_id");
        return ToJson(ModelCatalog.Find(id) ?? throw ApiError.NotFound($"There is no model {id}."), call);
    }

    public JsonNode List(ApiCall call)
    {
        var requested = call.Query.Texts("lifecycle").ToHashSet(StringComparer.Ordinal);
        var lifecycles = requested.Count > 0 ? requested : [ModelLifecycle.Active.ToWireName(), ModelLifecycle.Deprecated.ToWireName()];
        return new IdCursorPage(call, static id => ModelCatalog.Find(id)?.Sequence)
            .ToJson(ModelCatalog.All.Where(model => lifecycles.Contains(Lifecycle(model).ToWireName())), model => ToJson(model, call), MaxPage);
    }

    private ModelLifecycle Lifecycle(CatalogModel model)
    {
        var now = services.Now();
        return model.RetiresAt <= now ? ModelLifecycle.Retired : model.DeprecatedAt <= now ? ModelLifecycle.Deprecated : ModelLifecycle.Active;
    }

    private JsonObject ToJson(CatalogModel model, ApiCall call)
    {
        var shown = new JsonObject
        {
            ["id"] = model.Id,
            ["type"] = "model",
            ["display_name"] = model.DisplayName,
            ["line"] = model.Line,
            ["lifecycle"] = Lifecycle(model).ToWireName(),
            ["created_at"] = Json.Time(model.CreatedAt),
            ["deprecated_at"] = Json.TimeOrNull(model.DeprecatedAt),
            ["retires_at"] = Json.TimeOrNull(model.RetiresAt),
            // The emulator does not know the limits; the API allows null.
            ["max_input_tokens"] = null,
            ["max_tokens"] = null,
            ["capabilities"] = ModelCapabilityList.ToJson(call.Operation.IsReleased),
        };
        if (!call.Operation.IsReleased)
        {
            shown["allowed_fallback_models"] = new JsonArray();
        }

        return shown;
    }
}
