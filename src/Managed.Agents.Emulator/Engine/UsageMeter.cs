using System.Globalization;
using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The tokens of one model request.</summary>
internal sealed record RequestUsage(long Input, long Output, long CacheCreation, long CacheRead)
{
    public JsonObject ToJson() => new()
    {
        ["input_tokens"] = Input,
        ["output_tokens"] = Output,
        ["cache_creation_input_tokens"] = CacheCreation,
        ["cache_read_input_tokens"] = CacheRead,
    };
}

/// <summary>Sums the usage of a session or a thread and its cost at list price.</summary>
internal sealed class UsageMeter
{
    private const decimal PerSearch = 0.01m;
    private const decimal PerHour = 0.08m;

    private long _input;
    private long _output;
    private long _cacheCreation;
    private long _cacheRead;
    private long _searches;
    private decimal _tokenCost;

    public void Add(RequestUsage request, JsonObject model)
    {
        _input += request.Input;
        _output += request.Output;
        _cacheCreation += request.CacheCreation;
        _cacheRead += request.CacheRead;
        _tokenCost += ListPrices.Cost(model, request) ?? 0;
    }

    public void AddSearch() => _searches++;

    /// <summary>Gets the exact list cost in dollars. The API shows it rounded to cents.</summary>
    public decimal Cost(double activeSeconds) => _tokenCost + (_searches * PerSearch) + ((decimal)activeSeconds / 3600 * PerHour);

    public JsonObject ToJson(double activeSeconds, JsonObject model)
    {
        var usage = new JsonObject
        {
            ["input_tokens"] = _input,
            ["output_tokens"] = _output,
            ["cache_read_input_tokens"] = _cacheRead,
            ["cache_creation"] = new JsonObject { ["ephemeral_5m_input_tokens"] = _cacheCreation, ["ephemeral_1h_input_tokens"] = 0 },
            ["active_seconds"] = activeSeconds,
            ["server_tool_use"] = new JsonObject { ["web_search_requests"] = _searches, ["web_fetch_requests"] = 0 },
        };

        // A model without a list price has no list cost.
        if (ListPrices.Has(model.Text("id")!))
        {
            var cents = decimal.Round(Cost(activeSeconds) * 100, 0, MidpointRounding.AwayFromZero);
            usage["list_cost"] = new JsonObject { ["amount"] = cents.ToString("0", CultureInfo.InvariantCulture), ["currency"] = "USD" };
        }

        return usage;
    }
}
