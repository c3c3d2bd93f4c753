namespace DirectRoute.Core.Expressions;

/// <summary>A field of a form.</summary>
/// <param name="Name">As it is sent; it needs no encoding.</param>
/// <param name="Value">A text, number, truth value, document or bytes.</param>
/// <param name="Condition">The source without whose value the field is left out; null for a field that is always there.</param>
internal sealed record FormField(string Name, ValueNode Value, Source? Condition);

/// <summary>
/// Writes values as <c>application/x-www-form-urlencoded</c>. Every value is percent-encoded, the constants here and the variables when the template runs: no
/// input ends its field or begins another.
/// </summary>
internal static class VtlForm
{
    /// <summary>The template of a form.</summary>
    /// <param name="start">The fields that are always the same: <c>Action=SendMessage</c>.</param>
    public static string Write(string start, IEnumerable<FormField> fields, VtlRead read)
    {
        var sink = new OutputSink(new VtlVariables(read));
        sink.Literal(start);
        foreach (var field in fields) Write(field, sink);
        return sink.ToExactText();
    }

    private static void Write(FormField field, OutputSink sink)
    {
        if (field.Condition is { } source) sink.If($"${sink.Variables.Text(source)} != \"\"");
        sink.Literal($"&{field.Name}=");
        VtlText.Write(field.Value, sink.Within(VtlEncoding.Url));
        if (field.Condition is not null) sink.End();
    }
}
