using System.Globalization;
using System.Text.Json;

namespace DirectRoute.Core.Gateway.Schemas;

/// <summary>A number of a document: exact where decimals are, else the nearest double.</summary>
internal readonly record struct JsonNumber(decimal? Exact, double Near)
{
    public static JsonNumber Of(JsonElement number) =>
        new(number.TryGetDecimal(out var exact) ? exact : null, number.TryGetDouble(out var near) ? near : double.NaN);

    /// <summary>Less than zero, zero, or more.</summary>
    public int CompareTo(JsonNumber other) => Exact is { } a && other.Exact is { } b ? a.CompareTo(b) : Near.CompareTo(other.Near);

    public bool IsMultipleOf(JsonNumber divisor)
    {
        if (Exact is { } a && divisor.Exact is { } b) return b != 0 && a % b == 0;
        return divisor.Near != 0 && Math.IEEERemainder(Near, divisor.Near) == 0;
    }

    public override string ToString() => Exact?.ToString(CultureInfo.InvariantCulture) ?? Near.ToString(CultureInfo.InvariantCulture);
}
