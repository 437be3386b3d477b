namespace Managed.Agents;

/// <summary>Reads integers that are written with a fraction or an exponent, such as <c>3.0</c>, which JSON schema allows and .NET serializers reject.</summary>
internal static class JsonInteger
{
    /// <summary>More digits than any integer type has.</summary>
    private const int MaxDigits = 64;

    /// <summary>Returns the number in plain digits, or null if it is not an integer, or too large to be written out.</summary>
    public static string? Normalize(string number)
    {
        var sign = number[0] == '-' ? "-" : "";
        var exponentAt = number.IndexOfAny(['e', 'E']);
        var mantissa = number[sign.Length..(exponentAt < 0 ? number.Length : exponentAt)];
        if (exponentAt < 0 && !mantissa.Contains('.', StringComparison.Ordinal))
        {
            return number;
        }

        var exponent = 0;
        if (exponentAt >= 0 && !int.TryParse(number.AsSpan(exponentAt + 1), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out exponent))
        {
            return null;
        }

        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        if (digits.AsSpan().IndexOfAnyExcept('0') < 0)
        {
            return "0";
        }

        var wholeLength = (long)(point < 0 ? mantissa.Length : point) + exponent;
        if (wholeLength is < 1 or > MaxDigits || (wholeLength < digits.Length && digits.AsSpan((int)wholeLength).IndexOfAnyExcept('0') >= 0))
        {
            return null;
        }

        var whole = digits.PadRight((int)wholeLength, '0')[..(int)wholeLength].TrimStart('0');
        return sign + whole;
    }
}
