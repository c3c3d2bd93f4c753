using System.Globalization;
using System.Numerics;

namespace DirectRoute.Core.Velocity.Java;

/// <summary>A decimal number of any precision: <paramref name="Unscaled"/> × 10^-<paramref name="Scale"/>. JSON numbers of more than 18 characters are such.</summary>
internal sealed record BigDecimal(BigInteger Unscaled, int Scale)
{
    /// <summary>More digits than that are not told apart from a text.</summary>
    private const int MaximumLength = 4096;

    /// <summary>Beyond that a number is not written out with all its zeros to be computed with.</summary>
    public const int ComputedScale = 5000;

    public static bool TryParse(ReadOnlySpan<char> text, out BigDecimal value)
    {
        value = new BigDecimal(0, 0);
        if (text.Length > MaximumLength) return false;
        var exponent = 0;
        var e = text.IndexOfAny('e', 'E');
        if (e >= 0)
        {
            if (!int.TryParse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)) return false;
            text = text[..e];
        }
        var dot = text.IndexOf('.');
        var digits = dot < 0 ? text.ToString() : string.Concat(text[..dot], text[(dot + 1)..]);
        var scale = (long)(dot < 0 ? 0 : text.Length - dot - 1) - exponent;
        if (Math.Abs(scale) > int.MaxValue || !BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unscaled)) return false;
        value = new BigDecimal(unscaled, (int)scale);
        return true;
    }

    public static BigDecimal Add(BigDecimal a, BigDecimal b) => new(a.At(b.Scale) + b.At(a.Scale), Math.Max(a.Scale, b.Scale));

    public static BigDecimal Subtract(BigDecimal a, BigDecimal b) => new(a.At(b.Scale) - b.At(a.Scale), Math.Max(a.Scale, b.Scale));

    public static BigDecimal Multiply(BigDecimal a, BigDecimal b) => new(a.Unscaled * b.Unscaled, (int)Math.Clamp((long)a.Scale + b.Scale, -int.MaxValue, int.MaxValue));

    /// <summary>With as many places as <paramref name="a"/>, a half rounded towards zero.</summary>
    public static BigDecimal Divide(BigDecimal a, BigDecimal b)
    {
        var (dividend, divisor) = (a.Unscaled, b.Unscaled);
        if (b.Scale > 0) dividend *= BigInteger.Pow(10, b.Scale);
        else divisor *= BigInteger.Pow(10, -b.Scale);
        var quotient = BigInteger.DivRem(dividend, divisor, out var remainder);
        if (BigInteger.Abs(remainder) * 2 > BigInteger.Abs(divisor)) quotient += dividend.Sign * divisor.Sign;
        return new BigDecimal(quotient, a.Scale);
    }

    public static int Compare(BigDecimal a, BigDecimal b) => Math.Abs((long)a.Scale - b.Scale) > ComputedScale
        ? a.ToDouble().CompareTo(b.ToDouble())
        : a.At(b.Scale).CompareTo(b.At(a.Scale));

    public BigInteger Truncate() => Math.Abs((long)Scale) > ComputedScale ? BigInteger.Zero : Scale <= 0 ? Unscaled * BigInteger.Pow(10, -Scale) : BigInteger.Divide(Unscaled, BigInteger.Pow(10, Scale));

    public double ToDouble() => double.Parse(ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    public override string ToString()
    {
        var sign = Unscaled.Sign < 0 ? "-" : "";
        var digits = BigInteger.Abs(Unscaled).ToString(CultureInfo.InvariantCulture);
        if (Scale == 0) return sign + digits;
        var adjusted = (long)digits.Length - 1 - Scale;
        if (Scale > 0 && adjusted >= -6)
        {
            var point = digits.Length - Scale;
            return point > 0 ? $"{sign}{digits[..point]}.{digits[point..]}" : $"{sign}0.{new string('0', -point)}{digits}";
        }
        var mantissa = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{mantissa}E{(adjusted >= 0 ? "+" : "")}{adjusted}");
    }

    /// <summary>The unscaled value at the larger of both scales.</summary>
    private BigInteger At(int scale) => scale > Scale ? Unscaled * BigInteger.Pow(10, scale - Scale) : Unscaled;
}
