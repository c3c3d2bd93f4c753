using System.Globalization;
using System.Runtime.CompilerServices;
using DirectRoute.Core.Velocity.Java;
using DirectRoute.Core.Velocity.Runtime;

namespace DirectRoute.Core.Velocity.Json;

/// <summary>Writes values as JSON, compactly, with the escapes of json-smart: a list that is printed has its slashes escaped, <c>$input.json</c> has not.</summary>
internal static class JsonText
{
    /// <summary>A value's JSON.</summary>
    public static string Of(object? value, RenderScope scope)
    {
        var start = scope.Output.Length;
        Write(value, scope, escapesSlashes: false, 0);
        var text = scope.Output.Cut(start, scope.Output.Length - start);
        scope.SpendText(text.Length);
        return text;
    }

    /// <summary>Prints a list.</summary>
    public static void Print(JavaList list, RenderScope scope) => Write(list, scope, escapesSlashes: true, 0);

    private static void Write(object? value, RenderScope scope, bool escapesSlashes, int depth)
    {
        if (scope.Flow == Flow.Failed || scope.Output.IsFull) return;
        if (depth > RenderLimits.ValueDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            scope.Fail($"A value nests more than {RenderLimits.ValueDepth} lists and maps; perhaps it holds itself.");
            return;
        }
        switch (value)
        {
            case null:
                scope.Output.Append("null");
                break;
            case string text:
                Quote(text, scope.Output, escapesSlashes);
                break;
            case char c:
                Quote(c.ToString(), scope.Output, escapesSlashes);
                break;
            case double number when double.IsInfinity(number):
                scope.Output.Append("null");
                break;
            case JavaMap map:
                WriteMap(map, scope, escapesSlashes, depth);
                break;
            case JavaList list:
                WriteList(list, scope, escapesSlashes, depth);
                break;
            case IJavaObject other:
                Quote(JavaText.Of(other, scope), scope.Output, escapesSlashes);
                break;
            default:
                JavaText.Append(value, scope);
                break;
        }
    }

    private static void WriteMap(JavaMap map, RenderScope scope, bool escapesSlashes, int depth)
    {
        scope.Output.Append('{');
        for (var i = 0; i < map.Count; i++)
        {
            if (i > 0) scope.Output.Append(',');
            var (key, value) = map.At(i);
            Quote(key is null ? "null" : JavaText.Of(key, scope), scope.Output, escapesSlashes);
            scope.Output.Append(':');
            Write(value, scope, escapesSlashes, depth + 1);
        }
        scope.Output.Append('}');
    }

    private static void WriteList(JavaList list, RenderScope scope, bool escapesSlashes, int depth)
    {
        scope.Output.Append('[');
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (i > 0) scope.Output.Append(',');
            Write(list.Items[i], scope, escapesSlashes, depth + 1);
        }
        scope.Output.Append(']');
    }

    private static void Quote(string text, OutputBuffer output, bool escapesSlashes)
    {
        output.Append('"');
        var done = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\u007f' and not ('"' or '\\' or '/')) continue;
            if ((c == '/' && !escapesSlashes) || Escape(c) is not { } escape) continue;
            output.Append(text.AsSpan(done, i - done));
            output.Append(escape);
            done = i + 1;
        }
        output.Append(text.AsSpan(done));
        output.Append('"');
    }

    private static string? Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '/' => "\\/",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        <= '\u001f' or (>= '\u007f' and <= '\u009f') or (>= '\u2000' and <= '\u20ff') => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
        _ => null,
    };
}
