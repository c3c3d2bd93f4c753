using DirectRoute.Core.Velocity.Java;

namespace DirectRoute.Core.Velocity.JsonPath;

/// <summary>The functions that end a path.</summary>
internal static class PathFunctions
{
    public static bool IsKnown(string name) => name is "length" or "size" or "keys" or "min" or "max" or "sum" or "avg" or "stddev" or "first" or "last";

    /// <summary>The function's value; false where it has none.</summary>
    public static bool TryApply(string name, object? value, out object? result)
    {
        result = name switch
        {
            "length" or "size" => value switch
            {
                JavaList list => JavaNumbers.Box(list.Items.Count),
                JavaMap map => JavaNumbers.Box(map.Count),
                string text => JavaNumbers.Box(text.Length),
                _ => null,
            },
            "keys" => (value as JavaMap)?.Keys(),
            "first" => (value as JavaList)?.Items.FirstOrDefault(),
            "last" => (value as JavaList)?.Items.LastOrDefault(),
            _ => value is JavaList numbers ? Aggregate(name, [.. numbers.Items.Where(i => i is not null && JavaNumbers.IsNumber(i)).Select(i => JavaNumbers.ToDouble(i!))]) : null,
        };
        return result is not null;
    }

    private static double? Aggregate(string name, double[] numbers)
    {
        if (numbers.Length == 0) return null;
        var mean = numbers.Sum() / numbers.Length;
        return name switch
        {
            "min" => numbers.Min(),
            "max" => numbers.Max(),
            "sum" => numbers.Sum(),
            "avg" => mean,
            _ => Math.Sqrt(numbers.Sum(n => (n - mean) * (n - mean)) / numbers.Length),
        };
    }
}
