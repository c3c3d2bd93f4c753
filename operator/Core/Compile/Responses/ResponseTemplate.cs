using System.Globalization;
using System.Text;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Expressions;

namespace DirectRoute.Core.Compile.Responses;

/// <summary>
/// Writes the template that turns one part of the backend's answers into the client's: a chain of conditions, of which the first that holds writes status,
/// headers and body.
/// </summary>
internal sealed class ResponseTemplate
{
    private readonly ErrorStyle style;
    private readonly int statusCode;
    private readonly ValueMap<string> mapped;
    private readonly JsonTemplate json = new();
    private readonly StringBuilder text = new();

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
        var isLast = index == count - 1;
        if (count > 1) text.Append(isLast ? "#else\n" : $"{(index == 0 ? "#if" : "#elseif")}({string.Join(" && ", rule.Tests.Select(Condition))})\n");
        if (rule.Status != statusCode) text.Append(CultureInfo.InvariantCulture, $"#set($context.responseOverride.status = {rule.Status})\n");
        foreach (var (name, value) in rule.Headers)
        {
            if (!IsOverridden(name)) continue;
            var written = Header(value);
            text.Append(CultureInfo.InvariantCulture, $"#set($context.responseOverride.header.{name} = {written})\n");
        }
        var before = new StringBuilder();
        var body = Body(rule.Body, before);
        text.Append(before).Append(body);
        if (count > 1 && isLast) text.Append("#end\n");
    }

    private static string Condition(AnswerTest test) => test switch
    {
        ErrorTest error => ErrorTypes.Condition(error.Types),
        BodyTest body => $"\"$!input.path('{body.JsonPath}')\" == '{body.Value}'",
        _ => throw new InvalidOperationException($"No condition for {test.GetType().Name}."),
    };

    private string Body(BodyNode body, StringBuilder before) => body switch
    {
        NoBody => "#set($none = '')\n",
        PassedBody => style is ErrorStyle.QueryXml or ErrorStyle.RestXml or ErrorStyle.None ? "$input.body" : "$input.json('$')\n",
        _ => $"{json.Json(body, before)}\n",
    };

    private string Header(Expression value) => value.Constant is { } constant
        ? $"'{constant}'"
        : $"\"{string.Concat(value.Parts.Select(p => p is ReferencePart r ? $"${{{OneLine(r.Source)}}}" : ((LiteralPart)p).Text))}\"";

    /// <summary>What a message holds must not begin a header of its own.</summary>
    private string OneLine(Source source)
    {
        var v = json.Text(source, text);
        text.Append(CultureInfo.InvariantCulture, $"#set(${v} = ${v}.replaceAll('\\p{{Cntrl}}', ' '))\n");
        return v;
    }
}
