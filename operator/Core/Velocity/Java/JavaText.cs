using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using DirectRoute.Core.Velocity.Json;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Java;

/// <summary>How Java prints values.</summary>
internal static class JavaText
{
    /// <summary>Writes a value; null is written as nothing, as a reference to it is.</summary>
    public static void Append(object? value, RenderScope scope)
    {
        switch (value)
        {
            case null: return;
            case string text:
                scope.Output.Append(text);
                return;
            case int number:
                scope.Output.Append(number);
                return;
            default:
                Append(value, scope, 0);
                return;
        }
    }

    /// <summary>The text of a value that is not null.</summary>
    public static string Of(object value, RenderScope scope)
    {
        switch (value)
        {
            case string text: return text;
            case int number: return number.ToString(CultureInfo.InvariantCulture);
            case bool truth: return truth ? "true" : "false";
            case char c: return c.ToString();
            default:
                var start = scope.Output.Length;
                Append(value, scope, 0);
                var made = scope.Output.Cut(start, scope.Output.Length - start);
                scope.SpendText(made.Length);
                return made;
        }
    }

    /// <summary>As <c>Double.toString</c>: <c>1.0</c>, <c>1.0E10</c>.</summary>
    public static string OfDouble(double value)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "Infinity" : "-Infinity";
        if (value == 0) return double.IsNegative(value) ? "-0.0" : "0.0";
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var magnitude = Math.Abs(value);
        var (digits, exponent) = Digits(shortest.TrimStart('-'));
        var sign = value < 0 ? "-" : "";
        if (magnitude is >= 1e-3 and < 1e7)
        {
            if (exponent < 0) return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
            var whole = digits.Length > exponent + 1 ? digits[..(exponent + 1)] : digits.PadRight(exponent + 1, '0');
            var fraction = digits.Length > exponent + 1 ? digits[(exponent + 1)..] : "0";
            return $"{sign}{whole}.{fraction}";
        }
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}");
    }

    /// <summary>The significant digits of a number, and the power of ten of the first.</summary>
    private static (string Digits, int Exponent) Digits(string number)
    {
        var e = number.IndexOf('E', StringComparison.Ordinal);
        var exponent = e < 0 ? 0 : int.Parse(number.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? number : number[..e];
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        exponent += (dot < 0 ? mantissa.Length : dot) - 1;
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (digits[leading..].TrimEnd('0'), exponent - leading);
    }

    private static void Append(object? value, RenderScope scope, int depth)
    {
        var output = scope.Output;
        switch (value)
        {
            case null:
                output.Append("null");
                break;
            case string text:
                output.Append(text);
                break;
            case int number:
                output.Append(number);
                break;
            case bool truth:
                output.Append(truth ? "true" : "false");
                break;
            case long number:
                output.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                output.Append(OfDouble(number));
                break;
            case char c:
                output.Append(c);
                break;
            case BigInteger number:
                output.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case JavaList { Kind: ListKind.JsonArray } list:
                JsonText.Print(list, scope);
                break;
            case JavaList { Kind: ListKind.Array }:
                // Java prints an array's type and an address; the address cannot be known.
                output.Append("[Ljava.lang.Object;@0");
                break;
            case JavaList list:
                if (IsTooDeep(scope, depth)) return;
                AppendList(list, scope, depth);
                break;
            case JavaMap map:
                if (IsTooDeep(scope, depth)) return;
                AppendMap(map, scope, depth);
                break;
            case JavaEntry entry:
                if (IsTooDeep(scope, depth)) return;
                Append(entry.Key, scope, depth + 1);
                output.Append('=');
                Append(entry.Value, scope, depth + 1);
                break;
            case IJavaObject other:
                if (!IsTooDeep(scope, depth)) other.Print(scope);
                break;
            default:
                output.Append(value.ToString() ?? "");
                break;
        }
    }

    private static void AppendList(JavaList list, RenderScope scope, int depth)
    {
        scope.Output.Append('[');
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (i > 0) scope.Output.Append(", ");
            if (list.Items[i] == list) scope.Output.Append("(this Collection)");
            else Append(list.Items[i], scope, depth + 1);
            if (scope.Flow == Flow.Failed || scope.Output.IsFull) return;
        }
        scope.Output.Append(']');
    }

    private static void AppendMap(JavaMap map, RenderScope scope, int depth)
    {
        scope.Output.Append('{');
        for (var i = 0; i < map.Count; i++)
        {
            if (i > 0) scope.Output.Append(", ");
            var (key, value) = map.At(i);
            AppendMember(key, map, scope, depth);
            scope.Output.Append('=');
            AppendMember(value, map, scope, depth);
            if (scope.Flow == Flow.Failed || scope.Output.IsFull) return;
        }
        scope.Output.Append('}');
    }

    private static void AppendMember(object? value, JavaMap map, RenderScope scope, int depth)
    {
        if (value == map) scope.Output.Append("(this Map)");
        else Append(value, scope, depth + 1);
    }

    private static bool IsTooDeep(RenderScope scope, int depth) =>
        (depth >= RenderLimits.ValueDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        && !scope.Fail($"A value nests more than {RenderLimits.ValueDepth} lists and maps; perhaps it holds itself.");
}
