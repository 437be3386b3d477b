using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>List prices in dollars per million tokens. Other models have no known price.</summary>
internal static class ListPrices
{
    private static readonly Dictionary<string, (decimal Input, decimal CacheWrite, decimal CacheRead, decimal Output)> Prices = new(StringComparer.Ordinal)
    {
        ["claude-fable-5-2"] = (8m, 10m, 0.20m, 40m),
        ["claude-fable-5-1"] = (10m, 12.50m, 0.25m, 50m),
        ["claude-fable-5"] = (10m, 12.50m, 1.00m, 50m),
        ["claude-opus-5-5"] = (4m, 5m, 0.20m, 20m),
        ["claude-opus-5"] = (5m, 6.25m, 0.50m, 25m),
        ["claude-opus-4-8"] = (5m, 6.25m, 0.50m, 25m),
        ["claude-opus-4-7"] = (5m, 6.25m, 0.50m, 25m),
        ["claude-opus-4-6"] = (5m, 6.25m, 0.50m, 25m),
        ["claude-opus-4-5"] = (5m, 6.25m, 0.50m, 25m),
        ["claude-opus-4-5-20251101"] = (5m, 6.25m, 0.50m, 25m),
        ["claude-sonnet-5-5"] = (2m, 2.50m, 0.10m, 10m),
        ["claude-sonnet-5"] = (2m, 2.50m, 0.20m, 10m),
        ["claude-sonnet-4-6"] = (3m, 3.75m, 0.30m, 15m),
        ["claude-sonnet-4-5"] = (3m, 3.75m, 0.30m, 15m),
        ["claude-sonnet-4-5-20250929"] = (3m, 3.75m, 0.30m, 15m),
        ["claude-haiku-5-5"] = (0.10m, 0.125m, 0.01m, 0.50m),
        ["claude-haiku-4-5"] = (1m, 1.25m, 0.10m, 5m),
        ["claude-haiku-4-5-20251001"] = (1m, 1.25m, 0.10m, 5m),
    };

    public static bool Has(string model) => Prices.ContainsKey(model);

    public static decimal? Cost(JsonObject model, RequestUsage usage)
    {
        if (!Prices.TryGetValue(model.Text("id")!, out var price))
        {
            return null;
        }

        var cost = ((usage.Input * price.Input) + (usage.CacheCreation * price.CacheWrite) + (usage.CacheRead * price.CacheRead) + (usage.Output * price.Output)) / 1_000_000m;

        // A long prompt of Haiku 5.5 multiplies the price of the whole request by five.
        cost *= model.Text("id") == "claude-haiku-5-5" && usage.Input + usage.CacheCreation + usage.CacheRead > 100_000 ? 5 : 1;
        return cost * (model.Text("inference_geo") == "us" ? 1.1m : 1m);
    }
}
