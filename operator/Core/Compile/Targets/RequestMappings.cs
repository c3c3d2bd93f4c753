using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Expressions;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>
/// The parameter mappings of a REST integration: headers, query string and placeholders of the path. API Gateway maps one value to one place and encodes it
/// for that place itself, without a template; so a value is a constant or one source.
/// </summary>
internal sealed class RequestMappings(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, string> mappings = new(StringComparer.Ordinal);

    /// <summary>Whether something could not be mapped.</summary>
    public bool Failed { get; private set; }

    /// <summary>What a source is called in a mapping; null when it has no name there.</summary>
    public static string? NameOf(Source source) => source switch
    {
        HeaderSource header => $"method.request.header.{header.Name}",
        QuerySource query => $"method.request.querystring.{query.Name}",
        PathSource path => $"method.request.path.{path.Name}",
        BodySource { IsPlain: true } body => $"method.request.body{body.JsonPath[1..]}",
        ContextSource context => $"context.{context.Name}",
        StageVariableSource variable => $"stageVariables.{variable.Name}",
        _ => null,
    };

    /// <summary>Maps a parameter that travels in the query string or a header; others are not for mappings.</summary>
    public void Add(ParameterLocation location, ParameterValue parameter)
    {
        if (location is not (ParameterLocation.QueryString or ParameterLocation.Header)) return;
        var place = location == ParameterLocation.Header ? "header" : "querystring";
        if (Of(parameter) is { } mapping) mappings[$"integration.request.{place}.{parameter.Entry.OnTheWire}"] = mapping;
    }

    public void AddHeader(string name, string constant) => mappings[$"integration.request.header.{name}"] = $"'{constant}'";

    public void AddQuery(string name, string constant) => mappings[$"integration.request.querystring.{name}"] = $"'{constant}'";

    public void AddPath(string placeholder, string mapping) => mappings[$"integration.request.path.{placeholder}"] = mapping;

    /// <summary>Says why a parameter cannot be mapped.</summary>
    public void Refuse(ParameterValue parameter, string why)
    {
        Failed = true;
        diagnostics.Error(Reasons.InvalidParameter, parameter.Field, why);
    }

    public ValueMap<string> ToMap() => mappings.ToValueMap();

    private string? Of(ParameterValue parameter)
    {
        var (source, constant) = parameter.Value switch
        {
            TextValue text => (text.Expression.Single, text.Expression.Constant),
            LiteralValue literal => (null, literal.Json),
            NumberReference number => (number.Source, null),
            BooleanReference boolean => (boolean.Source, null),
            _ => ((Source?)null, (string?)null),
        };
        if (source is not null && NameOf(source) is { } name) return name;
        if (constant is not null && IsStatic(constant)) return $"'{constant}'";
        var rest = parameter.Value is TextValue { Expression: { Single: null, Constant: null } } ? "text and references cannot be joined"
            : source is ChoiceSource ? "nothing can stand in for a missing value" : "apostrophes and control characters are not possible";
        Refuse(parameter, $"API Gateway sends {parameter.Entry.Name} outside of the body, where no template reaches: {rest} there. Give one constant or one reference.");
        return null;
    }

    private static bool IsStatic(string constant) => constant.All(c => c is >= ' ' and <= '~' and not '\'');
}
