using System.Text;

namespace DirectRoute.Core.Expressions;

/// <summary>
/// Writes values as parameters of an HTTP API's first-class integration: a static text, or one mapping. API Gateway has no escaping there, so text and
/// references are never joined, and no reference stands inside a JSON text.
/// </summary>
internal static class HttpParameters
{
    private const string NoJoining = "An HTTP API sends either fixed text or one reference as it is: AWS documents no way to join them here. "
        + "Take a single reference, or use an API of protocol REST.";

    private const string NoDefault = "An HTTP API has nothing that stands in for a missing value. Leave out what follows ??, or use an API of protocol REST.";

    private const string NoCast = "An HTTP API sends a value as it is, and turns no text into JSON. Leave out the cast, or use an API of protocol REST.";

    private const string NoQuotedName = "An HTTP API reads members by plain names only: letters, digits, hyphens and underscores. Use an API of protocol REST.";

    private const string NoEscaping = "An HTTP API puts references into JSON without escaping them, so a client could change what is sent. "
        + "Use constants here, $request.body or a part of it for the whole value, or an API of protocol REST.";

    private const string NoEscape = "An HTTP API would read this text's dollar as a reference, and offers no escape. Use an API of protocol REST.";

    /// <summary>The parameter; or null, with what is wrong and what to do.</summary>
    public static string? Write(ValueNode value, out string? fault)
    {
        fault = null;
        return value switch
        {
            TextValue { Expression.Constant: { } constant } => Static(constant, out fault),
            TextValue { Expression.Single: null } => Refused(NoJoining, out fault),
            TextValue { Expression.Cast: Cast.Json } => Refused(NoCast, out fault),
            TextValue text => Mapping(text.Expression.Single!, out fault),
            LiteralValue literal => literal.Json,
            NumberReference number => Mapping(number.Source, out fault),
            BooleanReference boolean => Mapping(boolean.Source, out fault),
            JsonReference json => Mapping(json.Source, out fault),
            DocumentValue document => Write(document.Document, out fault),
            BytesValue bytes => Bytes(bytes.Content, out fault),
            _ => Json(value, out fault),
        };
    }

    /// <summary>AWS takes base64 here; what the client sends goes on as it is, so it must be that already.</summary>
    private static string? Bytes(ValueNode content, out string? fault)
    {
        fault = null;
        if (content is TextValue { Expression.Constant: { } constant }) return VtlEncoding.Base64.Constant(constant);
        var text = Write(content, out fault);
        return content is DocumentValue { Document: ObjectValue or ListValue } && text is not null ? VtlEncoding.Base64.Constant(text) : text;
    }

    private static string? Refused(string why, out string? fault)
    {
        fault = why;
        return null;
    }

    private static string? Mapping(Source source, out string? fault)
    {
        if (source is ChoiceSource) return Refused(NoDefault, out fault);
        if (source is BodySource { IsPlain: false }) return Refused(NoQuotedName, out fault);
        fault = null;
        return source.ToString();
    }

    private static string? Static(string constant, out string? fault)
    {
        if (constant.StartsWith('$') || constant.Contains("${", StringComparison.Ordinal)) return Refused(NoEscape, out fault);
        fault = null;
        return constant;
    }

    private static string? Json(ValueNode value, out string? fault)
    {
        var text = new StringBuilder();
        return Append(value, text) ? Static(text.ToString(), out fault) : Refused(NoEscaping, out fault);
    }

    /// <summary>False when a reference is inside.</summary>
    private static bool Append(ValueNode value, StringBuilder text)
    {
        switch (value)
        {
            case TextValue { Expression.Constant: { } constant }:
                text.Append(JsonText.Quote(constant));
                return true;
            case LiteralValue literal:
                text.Append(literal.Json);
                return true;
            case ObjectValue json:
                return AppendObject(json, text);
            case ListValue list:
                return AppendList(list, text);
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

    private static bool AppendList(ListValue list, StringBuilder text)
    {
        text.Append('[');
        for (var i = 0; i < list.Items.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            if (!Append(list.Items[i], text)) return false;
        }
        text.Append(']');
        return true;
    }
}
