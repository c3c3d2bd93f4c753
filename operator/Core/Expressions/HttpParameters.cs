using System.Globalization;
using System.Text;

namespace DirectRoute.Core.Expressions;

/// <summary>
/// Writes values as parameters of an HTTP API's first-class integration: a static text, or one mapping. API Gateway has no escaping there, so text and
/// references are never joined, and no reference stands inside a JSON text.
/// </summary>
internal static class HttpParameters
{
    /// <summary>The parameter; or null, with what is wrong and what to do.</summary>
    public static string? Write(ValueNode value, out string? fault)
    {
        fault = null;
        return value switch
        {
            TextValue text => Text(text.Expression, out fault),
            IntegerValue integer => integer.Value.ToString(CultureInfo.InvariantCulture),
            BooleanValue boolean => boolean.Value ? "true" : "false",
            IntegerReference reference => reference.Source.ToString(),
            BooleanReference reference => reference.Source.ToString(),
            JsonReference reference => reference.Source.ToString(),
            ObjectValue json => Json(json, out fault),
            _ => throw new InvalidOperationException($"No parameter for {value.GetType().Name}."),
        };
    }

    private static string? Text(Expression expression, out string? fault)
    {
        fault = null;
        if (expression.Single is { } source) return source.ToString();
        if (expression.Constant is { } constant) return Static(constant, out fault);
        fault = "An HTTP API sends either fixed text or one reference as it is: AWS documents no way to join them here. "
            + "Take a single reference, or use an API of protocol REST.";
        return null;
    }

    private static string? Static(string constant, out string? fault)
    {
        var misread = constant.StartsWith('$') || constant.Contains("${", StringComparison.Ordinal);
        fault = misread ? "An HTTP API would read this text's dollar as a reference, and offers no escape. Use an API of protocol REST." : null;
        return misread ? null : constant;
    }

    private static string? Json(ObjectValue value, out string? fault)
    {
        var text = new StringBuilder();
        fault = Append(value, text) ? null
            : "An HTTP API puts references into JSON without escaping them, so a client could change what is sent. "
                + "Use constants here, $request.body or a part of it for the whole value, or an API of protocol REST.";
        return fault is null ? Static(text.ToString(), out fault) : null;
    }

    /// <summary>False when a reference is inside.</summary>
    private static bool Append(ValueNode value, StringBuilder text)
    {
        switch (value)
        {
            case TextValue { Expression.Constant: { } constant }:
                text.Append(JsonText.Quote(constant));
                return true;
            case IntegerValue integer:
                text.Append(CultureInfo.InvariantCulture, $"{integer.Value}");
                return true;
            case BooleanValue boolean:
                text.Append(boolean.Value ? "true" : "false");
                return true;
            case ObjectValue json:
                return AppendObject(json, text);
            default:
                return false;
        }
    }

    private static bool AppendObject(ObjectValue json, StringBuilder text)
    {
        text.Append('{');
        for (var i = 0; i < json.Members.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(JsonText.Quote(json.Members[i].Name)).Append(": ");
            if (!Append(json.Members[i].Value, text)) return false;
        }
        text.Append('}');
        return true;
    }
}
