using System.Globalization;
using System.Text.Json.Nodes;

namespace Managed.Agents.Emulator;

/// <summary>Compares the cost of a session with its budget. The exact cost counts, not the rounded one.</summary>
internal static class BudgetGuard
{
    public static bool IsReached(SessionState session, DateTimeOffset now) =>
        session.Budget is { } budget && CostInCents(session, now) >= Cents(budget);

    public static decimal CostInCents(SessionState session, DateTimeOffset now) => session.Usage.Cost(session.Clock.ActiveSeconds(now)) * 100;

    public static decimal Cents(JsonObject budget) => decimal.Parse(budget["max_list_cost"].Text("amount")!, NumberStyles.None, CultureInfo.InvariantCulture);
}
