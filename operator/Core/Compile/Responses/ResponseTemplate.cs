using System.Globalization;
using System.Text;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Expressions;

namespace DirectRoute.Core.Compile.Responses;

/// <summary>
/// Writes the template that turns one part of the backend's answers into the client's: a chain of conditions, the first that holds writes status, headers and
/// body. What an answer holds is put into JSON only as JSON that API Gateway itself wrote, or escaped between quotes.
/// </summary>
internal sealed class ResponseTemplate
{
    private readonly ErrorStyle style;
    private readonly int statusCode;
    private readonly ValueMap<string> mapped;
    private readonly StringBuilder text = new();
    private int variables;

    private ResponseTemplate(ErrorStyle style, int statusCode, ValueMap<string> mapped) => (this.style, this.statusCode, this.mapped) = (style, statusCode, mapped);

    /// <summary>The template; null when the answer passes as it is.</summary>
    /// <param name="chain">Rules of which the last takes every answer.</param>
    /// <param name="statusCode">The status that the client gets unless a template says otherwise.</param>
    /// <param name="mapped">The headers that are set without a template.</param>
    public static string? Write(ValueList<AnswerRule> chain, int statusCode, ValueMap<string> mapped, ErrorStyle style)
    {
        var writer = new ResponseTemplate(style, statusCode, mapped);
        if (chain is [{ Body: PassedBody } only] && only.Status == statusCode && !only.Headers.Keys.Any(writer.IsOverridden)) return null;
        if (chain.Any(r => r.Tests.Any(t => t is ErrorTest))) writer.text.Append(ErrorTypes.Read(style));
        for (var i = 0; i < chain.Count; i++) writer.Branch(chain[i], i, chain.Count);
        return writer.text.ToString();
    }

    private bool IsOverridden(string header) => !mapped.ContainsKey(header);

    private void Branch(AnswerRule rule, int index, int count)
    {
        if (count > 1)
        {
            var directive = index == 0 ? "#if" : "#elseif";
            text.Append(index == count - 1 ? "#else\n" : $"{directive}({string.Join(" && ", rule.Tests.Select(Condition))})\n");
        }
        if (rule.Status != statusCode) text.Append(CultureInfo.InvariantCulture, $"#set($context.responseOverride.status = {rule.Status})\n");
        foreach (var (name, value) in rule.Headers)
        {
            if (IsOverridden(name)) text.Append(CultureInfo.InvariantCulture, $"#set($context.responseOverride.header.{name} = {HeaderText(value)})\n");
        }
        text.Append(Body(rule.Body));
        if (count > 1 && index == count - 1) text.Append("#end\n");
    }

    private static string Condition(AnswerTest test) => test switch
    {
        ErrorTest error => ErrorTypes.Condition(error.Types),
        BodyTest body => $"\"$!input.path('{body.JsonPath}')\" == '{body.Value}'",
        _ => throw new InvalidOperationException($"No condition for {test.GetType().Name}."),
    };

    private string Body(BodyNode body) => body switch
    {
        NoBody => "#set($none = '')\n",
        PassedBody => style is ErrorStyle.QueryXml or ErrorStyle.RestXml or ErrorStyle.None ? "$input.body" : "$input.json('$')\n",
        _ => $"{Json(body)}\n",
    };

    private string Json(BodyNode node) => node switch
    {
        BodyConstant constant => constant.Json,
        BodyText { Expression.Single: ResponseBodySource source } => Whole(source),
        BodyText joined => $"\"{string.Concat(joined.Expression.Parts.Select(Part))}\"",
        BodyObject value => $"{{{string.Join(", ", value.Members.Select(m => $"{JsonText.Quote(m.Name)}: {Json(m.Value)}"))}}}",
        BodyList list => $"[{string.Join(", ", list.Items.Select(Json))}]",
        _ => throw new InvalidOperationException($"No JSON for {node.GetType().Name}."),
    };

    /// <summary>The JSON that is there; null for what is not.</summary>
    private string Whole(ResponseBodySource source)
    {
        var v = ++variables;
        text.Append(CultureInfo.InvariantCulture, $"#set($v{v} = \"$!input.json('{source.JsonPath}')\")\n#if($v{v} == '')#set($v{v} = 'null')#end\n");
        return $"$v{v}";
    }

    private string Part(ExpressionPart part) => part switch
    {
        LiteralPart literal => JsonText.Escape(literal.Text),
        ReferencePart reference => $"${{{Escaped(reference.Source)}}}",
        _ => throw new InvalidOperationException($"No JSON for {part.GetType().Name}."),
    };

    private string Escaped(Source source)
    {
        var v = Read(source);
        // escapeJavaScript also escapes the apostrophe, which JSON does not allow.
        text.Append(CultureInfo.InvariantCulture, $"#set(${v} = $util.escapeJavaScript(${v}).replaceAll(\"\\\\'\", \"'\"))\n");
        return v;
    }

    private string HeaderText(Expression value)
    {
        if (value.Constant is { } constant) return $"'{constant}'";
        return $"\"{string.Concat(value.Parts.Select(p => p is ReferencePart r ? $"${{{OneLine(r.Source)}}}" : ((LiteralPart)p).Text))}\"";
    }

    /// <summary>What an answer holds must not begin a header of its own.</summary>
    private string OneLine(Source source)
    {
        var v = Read(source);
        text.Append(CultureInfo.InvariantCulture, $"#set(${v} = ${v}.replaceAll('\\p{{Cntrl}}', ' '))\n");
        return v;
    }

    private string Choose(ChoiceSource choice)
    {
        var operands = choice.Sources.Select(s => $"${Read(s)}").Concat(choice.Default is { } constant ? [VtlVariables.Operand(constant.Text)] : []).ToList();
        var v = $"v{++variables}";
        text.Append(CultureInfo.InvariantCulture, $"#set(${v} = {operands[0]})\n");
        foreach (var operand in operands.Skip(1)) text.Append(CultureInfo.InvariantCulture, $"#if(${v} == '')#set(${v} = {operand})#end\n");
        return v;
    }

    private string Read(Source source)
    {
        if (source is ChoiceSource choice) return Choose(choice);
        var v = $"v{++variables}";
        text.Append(source switch
        {
            ResponseBodySource body => ReadBody(body.JsonPath, v),
            HeaderSource header => ReadHeader(header.Name, v),
            QuerySource query => $"#set(${v} = \"$!input.params().querystring.get('{query.Name}')\")\n",
            PathSource path => $"#set(${v} = \"$!input.params().path.get('{path.Name}')\")\n",
            ContextSource context => $"#set(${v} = \"$!context.{context.Name}\")\n",
            StageVariableSource variable => $"#set(${v} = \"$!stageVariables['{variable.Name}']\")\n",
            _ => $"#set(${v} = '')\n",
        });
        return v;
    }

    private static string ReadBody(string path, string v) =>
        $"#set($j = \"$!input.json('{path}')\")\n#set(${v} = \"$!input.path('{path}')\")\n#if(${v} != '' && !$j.startsWith('\"'))#set(${v} = $j)#end\n";

    private static string ReadHeader(string name, string v) =>
        $"#set(${v} = '')\n#foreach($h in $input.params().header.keySet())"
        + $"#if($h.equalsIgnoreCase('{name}'))#set(${v} = \"$!input.params().header.get($h)\")#end#end\n";
}
