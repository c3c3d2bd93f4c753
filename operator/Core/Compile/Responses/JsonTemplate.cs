using System.Globalization;
using System.Text;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Expressions;

namespace DirectRoute.Core.Compile.Responses;

/// <summary>
/// Writes trees as templates that make JSON. What a message holds is put there only as JSON that API Gateway itself wrote, or escaped between quotes, so no
/// answer and no request can leave its place.
/// </summary>
internal sealed class JsonTemplate
{
    /// <summary>What JSON takes as a number.</summary>
    public const string Number = "-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?";

    private readonly Dictionary<string, string> elements = new(StringComparer.Ordinal);
    private int variables;

    /// <summary>A name that the template has not used.</summary>
    public string NewVariable(string prefix) => $"{prefix}{(++variables).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The JSON of a tree; what must be set before it goes to <paramref name="before"/>.</summary>
    public string Json(BodyNode node, StringBuilder before) => node switch
    {
        BodyConstant constant => constant.Json,
        BodyText text => Leaf(text.Expression, before),
        BodyObject value => $"{{{string.Join(", ", value.Members.Select(m => $"{JsonText.Quote(m.Name)}: {Json(m.Value, before)}"))}}}",
        BodyList list => $"[{string.Join(", ", list.Items.Select(i => Json(i, before)))}]",
        BodyForEach list => ForEach(list, before),
        BodyPlain plain => PlainTemplate.Write(this, PathVariable(PathOf(plain.Source)!, before), before),
        _ => throw new InvalidOperationException($"No JSON for {node.GetType().Name}."),
    };

    /// <summary>The name of a variable that holds the source's value as text; missing values are empty text.</summary>
    public string Text(Source source, StringBuilder before)
    {
        if (source is ChoiceSource choice) return Choose(choice, before);
        var v = NewVariable("v");
        before.Append(source switch
        {
            BodySource { IsWhole: true } => $"#set(${v} = \"$!input.body\")\n",
            HeaderSource header => ReadHeader(header.Name, v),
            QuerySource query => $"#set(${v} = \"$!input.params().querystring.get('{query.Name}')\")\n",
            PathSource path => $"#set(${v} = \"$!input.params().path.get('{path.Name}')\")\n",
            ContextSource context => $"#set(${v} = \"$!context.{context.Name}\")\n",
            StageVariableSource variable => $"#set(${v} = \"$!stageVariables['{variable.Name}']\")\n",
            _ => PathOf(source) is { } path ? ReadBody(Argument(path, before), v) : $"#set(${v} = '')\n",
        });
        return v;
    }

    /// <summary>The inside of a JSON string.</summary>
    public static string Escape(string variable) => string.Format(CultureInfo.InvariantCulture, VtlEncoding.Json.Template, variable);

    private string Choose(ChoiceSource choice, StringBuilder before)
    {
        var operands = choice.Sources.Select(s => $"${Text(s, before)}").Concat(choice.Default is { } constant ? [VtlVariables.Operand(constant.Text)] : []).ToList();
        var v = NewVariable("v");
        before.Append(CultureInfo.InvariantCulture, $"#set(${v} = {operands[0]})\n");
        foreach (var operand in operands.Skip(1)) before.Append(CultureInfo.InvariantCulture, $"#if(${v} == '')#set(${v} = {operand})#end\n");
        return v;
    }

    /// <summary>The path of a source that is JSON; null for others.</summary>
    private string? PathOf(Source source) => source switch
    {
        BodySource body => body.JsonPath,
        ResponseBodySource body => body.JsonPath,
        ElementSource element when elements.TryGetValue(element.Name, out var path) => path + element.Steps,
        _ => null,
    };

    /// <summary>The path as an argument: constant, or a variable where a name in quotes or a loop's position is in it.</summary>
    private string Argument(string path, StringBuilder before) => path.AsSpan().ContainsAny('\'', '{') ? $"${PathVariable(path, before)}" : $"'{path}'";

    /// <summary>The name of a variable that holds a path. Velocity documents no dollar that stands for itself in a text with references, so it is put in.</summary>
    private string PathVariable(string path, StringBuilder before)
    {
        var p = NewVariable("p");
        before.Append(CultureInfo.InvariantCulture, $"#set(${p} = '$')\n");
        if (path.Length > 1) before.Append(CultureInfo.InvariantCulture, $"#set(${p} = \"${{{p}}}{path[1..]}\")\n");
        return p;
    }

    private string Leaf(Expression expression, StringBuilder before) => (expression.Cast, expression.Single) switch
    {
        (Cast.None or Cast.Json, { } source) when PathOf(source) is { } path => Whole(source, path, before),
        (Cast.Number, { } source) => Guarded(source, v => $"${v}.matches('{Number}')", before),
        (Cast.Boolean, { } source) => Guarded(source, v => $"${v} == 'true' || ${v} == 'false'", before),
        _ => $"\"{string.Concat(expression.Parts.Select(p => Part(p, before)))}\"",
    };

    /// <summary>The JSON that is there; null for what is not. API Gateway writes both what is missing and what is empty as empty text, so its parent is asked.</summary>
    private string Whole(Source source, string path, StringBuilder before)
    {
        var argument = Argument(path, before);
        var v = NewVariable("v");
        before.Append(CultureInfo.InvariantCulture, $"#set(${v} = \"$!input.json({argument})\")\n");
        if (StepsOf(source) is [.., { IsMember: true } last])
        {
            var parent = Argument(path[..^last.JsonPath.Length], before);
            before.Append(CultureInfo.InvariantCulture, $"#if(${v}.length() < 3 && !$input.path({parent}).containsKey('{last.Name}'))#set(${v} = 'null')#end\n");
        }
        return $"${{{v}}}";
    }

    private static ValueList<PathStep> StepsOf(Source source) => source switch
    {
        BodySource body => body.Path,
        ResponseBodySource body => body.Path,
        ElementSource element => element.Path,
        _ => [],
    };

    /// <summary>Without quotes only what looks like what it is said to be; null for nothing.</summary>
    private string Guarded(Source source, Func<string, string> condition, StringBuilder before)
    {
        var (v, json) = (Text(source, before), NewVariable("v"));
        before.Append(CultureInfo.InvariantCulture, $"#if(${v} == '')#set(${json} = 'null')#elseif({condition(v)})#set(${json} = ${v})#{{else}}")
            .Append(CultureInfo.InvariantCulture, $"#set(${v} = {Escape(v)})#set(${json} = '\"')#set(${json} = \"${{{json}}}${{{v}}}${{{json}}}\")#end\n");
        return $"${{{json}}}";
    }

    private string ForEach(BodyForEach list, StringBuilder before)
    {
        var path = PathOf(list.In)!;
        var argument = Argument(path, before);
        var (element, index) = (NewVariable("x"), NewVariable("i"));
        elements.TryGetValue(list.As, out var outer);
        elements[list.As] = $"{path}[${{{index}}}]";
        var inside = new StringBuilder($"#set(${index} = $foreach.index)\n");
        var json = Json(list.Body, inside);
        if (outer is null) elements.Remove(list.As);
        else elements[list.As] = outer;
        return $"[\n#foreach(${element} in $input.path({argument}))\n{inside}{json}#if($foreach.hasNext),#end\n#end\n]";
    }

    private string Part(ExpressionPart part, StringBuilder before) => part switch
    {
        LiteralPart literal => JsonText.Escape(literal.Text),
        ReferencePart reference => $"${{{Escaped(reference.Source, before)}}}",
        _ => throw new InvalidOperationException($"No JSON for {part.GetType().Name}."),
    };

    private string Escaped(Source source, StringBuilder before)
    {
        var v = Text(source, before);
        before.Append(CultureInfo.InvariantCulture, $"#set(${v} = {Escape(v)})\n");
        return v;
    }

    private static string ReadBody(string argument, string v) =>
        $"#set($j = \"$!input.json({argument})\")\n#set(${v} = \"$!input.path({argument})\")\n#if(${v} != '' && !$j.startsWith('\"'))#set(${v} = $j)#end\n";

    /// <summary>HTTP's headers have no case, the map of them has.</summary>
    private static string ReadHeader(string name, string v) =>
        $"#set(${v} = '')\n#foreach($h in $input.params().header.keySet())"
        + $"#if($h.equalsIgnoreCase('{name}'))#set(${v} = \"$!input.params().header.get($h)\")#end#end\n";
}
