using System.Globalization;
using System.Text.Json.Serialization;

namespace Managed.Agents;

/// <summary>An amount of money.</summary>
public sealed record MonetaryAmount : ApiObject
{
    /// <summary>The amount in the smallest unit of the currency, as a whole number: <c>"250"</c> is 2.50 US dollars.</summary>
    public required string Amount { get; init; }

    /// <summary>The currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The amount in US dollars.</summary>
    /// <value><see langword="null"/> for another currency, or when <see cref="Amount"/> is not a whole number.</value>
    [JsonIgnore]
    public decimal? Dollars =>
        Currency == Currency.Usd && decimal.TryParse(Amount, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var cents)
            ? cents / 100
            : null;

    private protected override string Summary =>
        Dollars is { } dollars ? string.Create(CultureInfo.InvariantCulture, $"{dollars:0.00} {Currency}") : $"{Amount} {Currency}";

    /// <summary>Creates an amount in US dollars.</summary>
    /// <param name="dollars">The amount in US dollars, without fractions of a cent.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative or has a fraction of a cent.</exception>
    public static MonetaryAmount Usd(decimal dollars)
    {
        var cents = dollars * 100;
        ArgumentOutOfRangeException.ThrowIfNegative(cents, nameof(dollars));
        if (cents != decimal.Truncate(cents))
        {
            throw new ArgumentOutOfRangeException(nameof(dollars), dollars, "The amount has a fraction of a cent. Round it to whole cents.");
        }

        return new() { Amount = cents.ToString("0", CultureInfo.InvariantCulture), Currency = Currency.Usd };
    }
}
