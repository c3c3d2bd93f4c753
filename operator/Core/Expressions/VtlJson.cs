using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Expressions;

/// <summary>
/// Writes values as JSON. Every value of a message is first read into a variable as text, then escaped for JSON, and only the escaped variable is put
/// between quotes; a number or truth value stands without quotes only when it looks like one. So no input changes the structure of what is sent.
/// </summary>
internal static class VtlJson
{
    /// <summary>What JSON takes as a number; anything else is sent as text, which AWS refuses with 400.</summary>
    private const string Whole = "-?(0|[1-9][0-9]{0,17})";
    private const string Decimal = "-?(0|[1-9][0-9]{0,300})([.][0-9]{1,300})?([eE][+-]?[0-9]{1,3})?";

    /// <summary>The template of one object, a member a line; its first member is always there.</summary>
    public static string Write(ObjectValue body, VtlRead read)
    {
        var sink = new OutputSink(new VtlVariables(read));
        Object(body, sink, "\n  ", "\n");
        sink.Literal("\n");
        return sink.ToString();
    }

    /// <summary>Writes a value.</summary>
    public static void Write(ValueNode node, VtlSink sink)
    {
        switch (node)
        {
            case ObjectValue value:
                Object(value, sink, "", "");
                break;
            case ListValue value:
                List(value, sink);
                break;
            case TextValue value:
                Quoted(value.Expression, sink);
                break;
            case LiteralValue value:
                sink.Literal(value.Json);
                break;
            case NumberReference value:
                Guarded(value.Source, value.OrNull, sink, v => $"${v}.matches('{(value.Whole ? Whole : Decimal)}')");
                break;
            case BooleanReference value:
                Guarded(value.Source, value.OrNull, sink, v => $"${v} == \"true\" || ${v} == \"false\"");
                break;
            case JsonReference value:
                Json(value.Source, sink);
                break;
            case DocumentValue value:
                sink.Literal("\"");
                Write(value.Document, sink.Within(VtlEncoding.Json));
                sink.Literal("\"");
                break;
            case BytesValue value:
                sink.Literal("\"");
                Bytes(value.Content, sink);
                sink.Literal("\"");
                break;
            default:
                throw new InvalidOperationException($"No JSON for {node.GetType().Name}.");
        }
    }

    /// <summary>Writes the text of a leaf as it is, for whatever the sink lies within.</summary>
    public static void Text(Expression expression, VtlSink sink)
    {
        foreach (var part in expression.Parts)
        {
            switch (part)
            {
                case LiteralPart literal:
                    sink.Literal(literal.Text);
                    break;
                case ReferencePart reference when expression.Cast == Cast.Json:
                    Json(reference.Source, sink);
                    break;
                case ReferencePart reference:
                    sink.Variable(sink.Variables.Text(reference.Source));
                    break;
            }
        }
    }

    /// <summary>Writes bytes in base64: groups of three bytes become one, so the whole text must be there before it is encoded.</summary>
    public static void Bytes(ValueNode content, VtlSink sink)
    {
        if (content is TextValue { Expression: { Cast: not Cast.Json } expression })
        {
            if (expression.Constant is { } constant)
            {
                sink.Literal(VtlEncoding.Base64.Constant(constant));
                return;
            }
            if (expression.Single is { } source)
            {
                sink.Variable(sink.Variables.Encode(sink.Variables.Text(source), VtlEncoding.Base64));
                return;
            }
        }
        var whole = new VariableSink(sink.Variables);
        if (content is TextValue text) Text(text.Expression, whole);
        else Write(content is DocumentValue document ? document.Document : content, whole);
        sink.Variable(sink.Variables.Encode(whole.Finish(), VtlEncoding.Base64));
    }

    private static void Object(ObjectValue value, VtlSink sink, string before, string after)
    {
        sink.Literal("{");
        for (var i = 0; i < value.Members.Count; i++)
        {
            var member = value.Members[i];
            var missing = member.Optional ? member.Value.MayBeMissing : null;
            if (missing is not null) sink.If($"${sink.Variables.Text(missing)} != \"\"");
            sink.Literal($"{(i == 0 ? "" : before.Length == 0 ? ", " : ",")}{before}{JsonText.Quote(member.Name)}: ");
            Write(member.Value, sink);
            if (missing is not null) sink.End();
        }
        sink.Literal($"{after}}}");
    }

    private static void List(ListValue value, VtlSink sink)
    {
        sink.Literal("[");
        for (var i = 0; i < value.Items.Count; i++)
        {
            if (i > 0) sink.Literal(", ");
            Write(value.Items[i], sink);
        }
        sink.Literal("]");
    }

    private static void Quoted(Expression expression, VtlSink sink)
    {
        sink.Literal("\"");
        Text(expression, sink.Within(VtlEncoding.Json));
        sink.Literal("\"");
    }

    private static void Guarded(Source source, bool orNull, VtlSink sink, Func<string, string> condition)
    {
        var v = sink.Variables.Text(source);
        if (orNull)
        {
            sink.If($"${v} == \"\"");
            sink.Literal("null");
            sink.Else();
        }
        sink.If(condition(v));
        sink.Variable(v);
        sink.Else();
        Quoted(v, sink);
        sink.End();
        if (orNull) sink.End();
    }

    private static void Quoted(string variable, VtlSink sink)
    {
        sink.Literal("\"");
        sink.Within(VtlEncoding.Json).Variable(variable);
        sink.Literal("\"");
    }

    /// <summary>The JSON of the first source that has a value; API Gateway itself only ever writes well-formed JSON.</summary>
    private static void Json(Source source, VtlSink sink)
    {
        ValueList<Source> sources = source is ChoiceSource choice ? choice.Sources : [source];
        foreach (var one in sources) JsonUnlessMissing(one, sink);
        sink.Literal((source as ChoiceSource)?.Default?.Json ?? "null");
        for (var i = 0; i < sources.Count; i++) sink.End();
    }

    private static void JsonUnlessMissing(Source source, VtlSink sink)
    {
        var v = sink.Variables.Text(source);
        sink.If($"${v} != \"\"");
        if (source is BodySource or ResponseBodySource) sink.Variable(sink.Variables.Json(source));
        else Quoted(v, sink);
        sink.Else();
    }
}
