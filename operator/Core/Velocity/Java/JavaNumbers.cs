using System.Globalization;
using System.Numerics;
using DirectRoute.Core.Velocity.Tree;

namespace DirectRoute.Core.Velocity.Java;

/// <summary>Java's numbers, and the arithmetic of Velocity 1.7: whole numbers grow when they must, and a division of two stays whole.</summary>
internal static class JavaNumbers
{
    /// <summary>Digits beyond this are nothing that a template computes with in good faith.</summary>
    private const long MaximumBits = 65_536;

    private static readonly object True = true;
    private static readonly object False = false;
    private static readonly object[] Small = [.. Enumerable.Range(-128, 128 + 1024).Select(i => (object)i)];

    public static object Box(bool value) => value ? True : False;

    public static object Box(int value) => value is >= -128 and < 1024 ? Small[value + 128] : value;

    public static bool IsNumber(object value) => value is int or double or long or BigInteger or BigDecimal;

    public static bool IsWhole(object value) => value is int or long or BigInteger;

    /// <summary>As <c>Number.intValue()</c>.</summary>
    public static int ToInt(object value) => value switch
    {
        int i => i,
        long l => unchecked((int)l),
        BigInteger b => unchecked((int)(long)(b & ulong.MaxValue >> 1)),
        BigDecimal d => unchecked((int)(long)(d.Truncate() & ulong.MaxValue >> 1)),
        double f => double.IsNaN(f) ? 0 : f >= int.MaxValue ? int.MaxValue : f <= int.MinValue ? int.MinValue : (int)f,
        _ => 0,
    };

    /// <summary>As <c>Number.longValue()</c>.</summary>
    public static long ToLong(object value) => value switch
    {
        int i => i,
        long l => l,
        BigInteger b => unchecked((long)(ulong)(b & ulong.MaxValue)),
        BigDecimal d => unchecked((long)(ulong)(d.Truncate() & ulong.MaxValue)),
        double f => double.IsNaN(f) ? 0 : f >= long.MaxValue ? long.MaxValue : f <= long.MinValue ? long.MinValue : (long)f,
        _ => 0,
    };

    /// <summary>As <c>Number.doubleValue()</c>.</summary>
    public static double ToDouble(object value) => value switch
    {
        int i => i,
        long l => l,
        BigInteger b => (double)b,
        BigDecimal d => d.ToDouble(),
        double f => f,
        _ => 0,
    };

    /// <summary>Less than, equal to or greater than zero.</summary>
    public static int Compare(object a, object b)
    {
        if (a is int x && b is int y) return x.CompareTo(y);
        if (IsDecimal(a, b)) return BigDecimal.Compare(ToDecimal(a), ToDecimal(b));
        if (!IsWhole(a) || !IsWhole(b))
        {
            var (left, right) = (ToDouble(a), ToDouble(b));
            return left < right ? -1 : left > right ? 1 : 0;
        }
        return a is BigInteger || b is BigInteger ? ToBig(a).CompareTo(ToBig(b)) : ToLong(a).CompareTo(ToLong(b));
    }

    /// <summary>The result, or null where Velocity has none; then perhaps with the reason why the rendering fails.</summary>
    public static object? Calculate(Operation operation, object a, object b, out string? fault)
    {
        fault = null;
        if (operation is Operation.Divide or Operation.Modulo && IsZero(b)) return null;
        if (IsDecimal(a, b)) return Decimal(operation, ToDecimal(a), ToDecimal(b), out fault);
        if (!IsWhole(a) || !IsWhole(b)) return Double(operation, ToDouble(a), ToDouble(b));
        if (a is BigInteger || b is BigInteger) return Big(operation, ToBig(a), ToBig(b), out fault);
        return Whole(operation, ToLong(a), ToLong(b)) is { } result
            ? a is int && result is >= int.MinValue and <= int.MaxValue ? Box((int)result) : result
            : Big(operation, ToBig(a), ToBig(b), out fault);
    }

    public static BigInteger ToBig(object value) => value switch
    {
        BigInteger b => b,
        BigDecimal d => d.Truncate(),
        _ => ToLong(value),
    };

    private static bool IsZero(object value) => value switch
    {
        BigDecimal d => d.Unscaled.IsZero,
        double f => f == 0,
        BigInteger b => b.IsZero,
        _ => ToLong(value) == 0,
    };

    private static bool IsDecimal(object a, object b) => a is BigDecimal || b is BigDecimal
        || ((!IsWhole(a) || !IsWhole(b)) && (a is BigInteger || b is BigInteger));

    private static BigDecimal ToDecimal(object value) => value switch
    {
        BigDecimal d => d,
        double f => BigDecimal.TryParse(JavaText.OfDouble(f), out var parsed) ? parsed : new BigDecimal(0, 0),
        _ => new BigDecimal(ToBig(value), 0),
    };

    private static long? Whole(Operation operation, long a, long b)
    {
        Int128 exact = operation switch
        {
            Operation.Add => (Int128)a + b,
            Operation.Subtract => (Int128)a - b,
            Operation.Multiply => (Int128)a * b,
            Operation.Divide => (Int128)a / b,
            _ => (Int128)a % b,
        };
        if (exact >= long.MinValue && exact <= long.MaxValue) return (long)exact;
        // Java's division overflows silently.
        return operation == Operation.Divide ? long.MinValue : null;
    }

    private static double Double(Operation operation, double a, double b) => operation switch
    {
        Operation.Add => a + b,
        Operation.Subtract => a - b,
        Operation.Multiply => a * b,
        Operation.Divide => a / b,
        _ => a % b,
    };

    private static BigInteger? Big(Operation operation, BigInteger a, BigInteger b, out string? fault)
    {
        fault = null;
        if (a.GetBitLength() + b.GetBitLength() > MaximumBits)
        {
            fault = "The number has too many digits.";
            return null;
        }
        return operation switch
        {
            Operation.Add => a + b,
            Operation.Subtract => a - b,
            Operation.Multiply => a * b,
            Operation.Divide => BigInteger.Divide(a, b),
            _ => BigInteger.Remainder(a, b),
        };
    }

    private static BigDecimal? Decimal(Operation operation, BigDecimal a, BigDecimal b, out string? fault)
    {
        fault = null;
        if (Math.Abs((long)a.Scale) > BigDecimal.ComputedScale || Math.Abs((long)b.Scale) > BigDecimal.ComputedScale
            || a.Unscaled.GetBitLength() + b.Unscaled.GetBitLength() + (4L * Math.Abs((long)a.Scale - b.Scale)) > MaximumBits)
        {
            fault = "The number has too many digits.";
            return null;
        }
        switch (operation)
        {
            case Operation.Add: return BigDecimal.Add(a, b);
            case Operation.Subtract: return BigDecimal.Subtract(a, b);
            case Operation.Multiply: return BigDecimal.Multiply(a, b);
            case Operation.Divide: return BigDecimal.Divide(a, b);
            default:
                fault = "Velocity cannot take the remainder of numbers of this precision.";
                return null;
        }
    }

    /// <summary>As Java's <c>Integer.parseInt</c> and its like read a number, which take a sign but no blanks.</summary>
    public static bool TryParse(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
