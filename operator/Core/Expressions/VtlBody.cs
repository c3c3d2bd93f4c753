using System.Globalization;
using System.Text;

namespace DirectRoute.Core.Expressions;

/// <summary>
/// Writes values as a Velocity template that makes a JSON body. Every value of the request is first read into a variable as text, missing ones as empty
/// text, then escaped for JSON, and only the escaped variable is put between quotes: no input changes the structure of what is sent.
/// </summary>
internal sealed class VtlBody
{
    /// <summary>What JSON takes as a whole number; anything else is sent as text, which AWS refuses with 400.</summary>
    private const string Integer = "-?(0|[1-9][0-9]{0,17})";

    private readonly StringBuilder preamble = new();
    private readonly Dictionary<Source, int> texts = [];
    private readonly HashSet<int> escaped = [];

    private VtlBody() { }

    /// <summary>The template of one object; its first member is always there.</summary>
    public static string Write(ObjectValue body)
    {
        var writer = new VtlBody();
        var json = writer.Object(body, "\n  ", "\n");
        return $"{writer.preamble}{json}\n";
    }

    private string Value(ValueNode node) => node switch
    {
        ObjectValue value => Object(value, "", ""),
        TextValue value => $"\"{string.Concat(value.Expression.Parts.Select(Part))}\"",
        IntegerValue value => value.Value.ToString(CultureInfo.InvariantCulture),
        BooleanValue value => value.Value ? "true" : "false",
        IntegerReference value => Guarded(value.Source, v => $"$v{v}.matches('{Integer}')"),
        BooleanReference value => Guarded(value.Source, v => $"$v{v} == \"true\" || $v{v} == \"false\""),
        JsonReference value => Json(value.Source),
        _ => throw new InvalidOperationException($"No JSON for {node.GetType().Name}."),
    };

    private string Object(ObjectValue value, string before, string after)
    {
        var json = new StringBuilder("{");
        for (var i = 0; i < value.Members.Count; i++)
        {
            var member = value.Members[i];
            var text = $"{(i == 0 ? "" : before.Length == 0 ? ", " : ",")}{before}{JsonText.Quote(member.Name)}: {Value(member.Value)}";
            json.Append(member.Optional && member.Value.MayBeMissing is { } source ? $"#if($v{Text(source)} != \"\"){text}#end" : text);
        }
        return json.Append(after).Append('}').ToString();
    }

    private string Part(ExpressionPart part) => part switch
    {
        LiteralPart literal => JsonText.Escape(literal.Text),
        ReferencePart reference => $"${{e{Escaped(reference.Source)}}}",
        _ => throw new InvalidOperationException($"No JSON for {part.GetType().Name}."),
    };

    private string Guarded(Source source, Func<int, string> condition)
    {
        var v = Escaped(source);
        return $"#if({condition(v)})${{v{v}}}#else\"${{e{v}}}\"#end";
    }

    /// <summary><c>$input.json</c> only ever writes well-formed JSON, but nothing at all where some engines find nothing.</summary>
    private string Json(BodySource source)
    {
        var v = Text(source);
        return $"#if($v{v} == \"\")null#else$input.json('{source.JsonPath}')#end";
    }

    /// <summary>The number of the variable that holds the source's value as text.</summary>
    private int Text(Source source)
    {
        if (texts.TryGetValue(source, out var known)) return known;
        var v = texts[source] = texts.Count + 1;
        preamble.Append(Read(source, v));
        return v;
    }

    private int Escaped(Source source)
    {
        var v = Text(source);
        // escapeJavaScript also escapes the apostrophe, which JSON does not allow.
        if (escaped.Add(v)) preamble.Append(CultureInfo.InvariantCulture, $"#set($e{v} = $util.escapeJavaScript($v{v}).replaceAll(\"\\\\'\", \"'\"))\n");
        return v;
    }

    private static string Read(Source source, int v) => source switch
    {
        BodySource { IsWhole: true } => $"#set($v{v} = \"$!input.body\")\n",
        BodySource body => ReadBody(body.JsonPath, v),
        HeaderSource header => ReadHeader(header.Name, v),
        QuerySource query => $"#set($v{v} = \"$!input.params().querystring.get('{query.Name}')\")\n",
        PathSource path => $"#set($v{v} = \"$!input.params().path.get('{path.Name}')\")\n",
        ContextSource context => $"#set($v{v} = \"$!context.{context.Name}\")\n",
        StageVariableSource variable => $"#set($v{v} = \"$!stageVariables['{variable.Name}']\")\n",
        _ => throw new InvalidOperationException($"No template for {source.GetType().Name}."),
    };

    /// <summary>A text stands for itself; numbers, truth values, objects and lists for their JSON, as a map would print as <c>{a=b}</c>.</summary>
    private static string ReadBody(string path, int v) =>
        $"#set($j{v} = \"$!input.json('{path}')\")\n"
        + $"#set($v{v} = \"$!input.path('{path}')\")\n"
        + $"#if($v{v} != \"\" && !$j{v}.startsWith('\"'))#set($v{v} = $j{v})#end\n";

    /// <summary>HTTP's headers have no case, the map of them has; and <c>$input.params(name)</c> would let a query parameter of that name stand before the header.</summary>
    private static string ReadHeader(string name, int v) =>
        $"#set($v{v} = \"\")\n"
        + "#foreach($h in $input.params().header.keySet())"
        + $"#if($h.equalsIgnoreCase('{name}'))#set($v{v} = \"$!input.params().header.get($h)\")#end#end\n";
}
