using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>The rules for the budget of a session.</summary>
internal static class BudgetRules
{
    public static JsonObject? ForNewSession(JsonObject? budget, JsonObject agent)
    {
        if (budget is not null)
        {
            CheckAmount(budget);
            CheckPrice(agent);
        }

        return budget?.Copy();
    }

    /// <summary>Returns the budget after an update. Null removes it permanently.</summary>
    public static JsonObject? Change(SessionState session, JsonObject? sent, DateTimeOffset now)
    {
        if (sent is null)
        {
            return null;
        }

        CheckAmount(sent);
        if (session.Budget is null)
        {
            throw ApiError.InvalidRequest("budget: budget_create_only: a budget can be set only when the session is created, and cannot be restored after it was removed.");
        }

        var consumed = BudgetGuard.CostInCents(session, now);
        return BudgetGuard.Cents(sent) > consumed
            ? sent.Copy()
            : throw ApiError.InvalidRequest($"budget: budget_not_raised: must be higher than the cost of the session so far ({consumed:0.##} cents).");
    }

    private static void CheckAmount(JsonObject budget)
    {
        var amount = budget["max_list_cost"].Text("amount")!;
        if (amount == "0" || amount.Length > 15)
        {
            throw ApiError.InvalidRequest("budget.max_list_cost.amount: must be greater than zero, in whole cents.");
        }
    }

    private static void CheckPrice(JsonObject agent)
    {
        if (!ListPrices.Has(agent["model"].Text("id")!))
        {
            throw ApiError.InvalidRequest($"budget: model_not_budgetable: {agent["model"].Text("id")} has no list price.");
        }
    }
}
