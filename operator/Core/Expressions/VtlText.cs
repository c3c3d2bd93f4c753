namespace DirectRoute.Core.Expressions;

/// <summary>Writes values as plain text: without quotes, in whatever the sink lies within.</summary>
internal static class VtlText
{
    /// <summary>The template of a whole body: a document as JSON, or a text as it is.</summary>
    public static string Write(ValueNode body, VtlRead read)
    {
        var sink = new OutputSink(new VtlVariables(read));
        Write(body, sink);
        return sink.ToExactText();
    }

    /// <summary>Writes a value.</summary>
    public static void Write(ValueNode node, VtlSink sink)
    {
        switch (node)
        {
            case TextValue value:
                VtlJson.Text(value.Expression, sink);
                break;
            case LiteralValue value:
                sink.Literal(value.Json);
                break;
            case NumberReference value:
                sink.Variable(sink.Variables.Text(value.Source));
                break;
            case BooleanReference value:
                sink.Variable(sink.Variables.Text(value.Source));
                break;
            case DocumentValue value:
                VtlJson.Write(value.Document, sink);
                break;
            case BytesValue value:
                VtlJson.Bytes(value.Content, sink);
                break;
            default:
                VtlJson.Write(node, sink);
                break;
        }
    }
}
