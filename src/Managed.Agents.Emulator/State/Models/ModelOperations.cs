using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The operations on the models.</summary>
internal sealed class ModelOperations(EmulatorServices services)
{
    private const int MaxPage = 1_000;

    public JsonNode Retrieve(ApiCall call)
    {
        var id = call.Route("model_id");
        return Show(ModelCatalog.Find(id) ?? throw ApiError.NotFound($"There is no model {id}."), call);
    }

    public JsonNode List(ApiCall call)
    {
        var asked = call.Query.Texts("lifecycle").ToHashSet(StringComparer.Ordinal);
        var lifecycles = asked.Count > 0 ? asked : ["active", "deprecated"];
        return new IdPage(call, static id => ModelCatalog.Find(id)?.Sequence)
            .Cut(ModelCatalog.All.Where(model => lifecycles.Contains(Lifecycle(model))), model => Show(model, call), MaxPage);
    }

    private string Lifecycle(CatalogModel model)
    {
        var now = services.Now();
        return model.RetiresAt <= now ? "retired" : model.DeprecatedAt <= now ? "deprecated" : "active";
    }

    private JsonObject Show(CatalogModel model, ApiCall call)
    {
        var shown = new JsonObject
        {
            ["id"] = model.Id,
            ["type"] = "model",
            ["display_name"] = model.DisplayName,
            ["line"] = model.Line,
            ["lifecycle"] = Lifecycle(model),
            ["created_at"] = Json.Time(model.CreatedAt),
            ["deprecated_at"] = Json.TimeOrNull(model.DeprecatedAt),
            ["retires_at"] = Json.TimeOrNull(model.RetiresAt),
            // Limits are not documented here, and the API lets them be unknown.
            ["max_input_tokens"] = null,
            ["max_tokens"] = null,
            ["capabilities"] = ModelCapabilityList.Show(call.Operation.IsReleased),
        };
        if (!call.Operation.IsReleased)
        {
            shown["allowed_fallback_models"] = new JsonArray();
        }

        return shown;
    }
}
