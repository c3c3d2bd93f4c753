using System.Globalization;
using System.Numerics;

namespace DirectRoute.Core.Velocity.Java;

/// <summary>The methods of <c>Integer</c>, <c>Long</c>, <c>Double</c> and their larger kin. Static ones can be called on any number, as Velocity allows.</summary>
internal static class NumberMethods
{
    public static object? Invoke(object number, string name, object?[] arguments, in Call call)
    {
        switch (name, arguments)
        {
            case ("intValue", []): return JavaNumbers.Box(JavaNumbers.ToInt(number));
            case ("longValue", []): return JavaNumbers.ToLong(number);
            case ("doubleValue" or "floatValue", []): return JavaNumbers.ToDouble(number);
            case ("shortValue", []): return JavaNumbers.Box(unchecked((short)JavaNumbers.ToInt(number)));
            case ("byteValue", []): return JavaNumbers.Box(unchecked((sbyte)JavaNumbers.ToInt(number)));
            case ("compareTo", [{ } other]) when other.GetType() == number.GetType(): return JavaNumbers.Box(JavaNumbers.Compare(number, other));
            case ("compareTo", [_]): return call.Fail("A number can be compared with another of its own type only (java.lang.ClassCastException).");
            case ("toString", [{ } other]) when other.GetType() == number.GetType(): return JavaText.Of(other, call.Scope);
        }
        return number switch
        {
            int => OfInteger(name, arguments, call),
            long => OfLong(name, arguments, call),
            double d => OfDouble(d, name, arguments, call),
            _ => null,
        } ?? ScalarMethods.Common(number, name, arguments, call);
    }

    private static object? OfInteger(string name, object?[] arguments, in Call call)
    {
        switch (name, arguments)
        {
            case ("parseInt" or "valueOf", [string text]):
                return JavaNumbers.TryParse(text, out var parsed) && parsed is >= int.MinValue and <= int.MaxValue ? JavaNumbers.Box((int)parsed) : NoNumber(text, call);
            case ("parseInt" or "valueOf", [string text, int radix]): return Parse(text, radix, call);
            case ("valueOf", [int value]): return JavaNumbers.Box(value);
            case ("toString", [int value, int radix]): return InRadix(value, radix);
            case ("toHexString", [int value]): return value.ToString("x", CultureInfo.InvariantCulture);
            case ("toBinaryString", [int value]): return value.ToString("b", CultureInfo.InvariantCulture);
            case ("toOctalString", [int value]): return Convert.ToString(value, 8);
            case ("max", [int a, int b]): return JavaNumbers.Box(Math.Max(a, b));
            case ("min", [int a, int b]): return JavaNumbers.Box(Math.Min(a, b));
            case ("sum", [int a, int b]): return JavaNumbers.Box(unchecked(a + b));
            case ("signum", [int value]): return JavaNumbers.Box(Math.Sign(value));
            case ("compare", [int a, int b]): return JavaNumbers.Box(a.CompareTo(b));
            default: return null;
        }
    }

    private static object? OfLong(string name, object?[] arguments, in Call call)
    {
        switch (name, arguments)
        {
            case ("parseLong" or "valueOf", [string text]): return JavaNumbers.TryParse(text, out var parsed) ? parsed : NoNumber(text, call);
            case ("valueOf", [int or long]): return JavaNumbers.ToLong(arguments[0]!);
            case ("max", [int or long, int or long]): return Math.Max(JavaNumbers.ToLong(arguments[0]!), JavaNumbers.ToLong(arguments[1]!));
            case ("min", [int or long, int or long]): return Math.Min(JavaNumbers.ToLong(arguments[0]!), JavaNumbers.ToLong(arguments[1]!));
            case ("toHexString", [int or long]): return JavaNumbers.ToLong(arguments[0]!).ToString("x", CultureInfo.InvariantCulture);
            default: return null;
        }
    }

    private static object? OfDouble(double number, string name, object?[] arguments, in Call call)
    {
        switch (name, arguments)
        {
            case ("parseDouble" or "valueOf", [string text]):
                return double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : NoNumber(text, call);
            case ("valueOf", [{ } value]) when JavaNumbers.IsNumber(value): return JavaNumbers.ToDouble(value);
            case ("isNaN" or "naN", []): return JavaNumbers.Box(double.IsNaN(number));
            case ("isInfinite" or "infinite", []): return JavaNumbers.Box(double.IsInfinity(number));
            case ("max", [var a, var b]) when a is not null && b is not null && JavaNumbers.IsNumber(a) && JavaNumbers.IsNumber(b):
                return Math.Max(JavaNumbers.ToDouble(a), JavaNumbers.ToDouble(b));
            case ("min", [var a, var b]) when a is not null && b is not null && JavaNumbers.IsNumber(a) && JavaNumbers.IsNumber(b):
                return Math.Min(JavaNumbers.ToDouble(a), JavaNumbers.ToDouble(b));
            default: return null;
        }
    }

    private static object? Parse(string text, int radix, in Call call)
    {
        var digits = text.StartsWith('-') || text.StartsWith('+') ? text[1..] : text;
        if (radix is < 2 or > 36 || digits.Length is 0 or > 40) return NoNumber(text, call);
        var value = BigInteger.Zero;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetter(c) ? (c | 0x20) - 'a' + 10 : 36;
            if (digit >= radix) return NoNumber(text, call);
            value = (value * radix) + digit;
        }
        if (text.StartsWith('-')) value = -value;
        return value >= int.MinValue && value <= int.MaxValue ? JavaNumbers.Box((int)value) : NoNumber(text, call);
    }

    private static string InRadix(int value, int radix)
    {
        if (radix is < 2 or > 36) radix = 10;
        var digits = new Stack<char>();
        var rest = Math.Abs((long)value);
        do
        {
            var digit = (int)(rest % radix);
            digits.Push((char)(digit < 10 ? '0' + digit : 'a' + digit - 10));
            rest /= radix;
        }
        while (rest > 0);
        return (value < 0 ? "-" : "") + new string([.. digits]);
    }

    private static object? NoNumber(string text, in Call call) => call.Fail($"'{(text.Length > 40 ? text[..40] : text)}' is no such number (java.lang.NumberFormatException).");
}
