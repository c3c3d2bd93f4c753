using System.Globalization;
using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Expressions;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>The URI of a REST integration: constants stand in it, encoded; each reference gets a placeholder that API Gateway fills, and encodes, itself.</summary>
internal sealed class RestUri(ActionTarget target, RequestMappings mappings, DiagnosticBag diagnostics)
{
    /// <summary>The URI; null when a parameter cannot stand in it.</summary>
    public string? Write(List<ParameterValue> parameters, string region)
    {
        var call = target.Entry.Rest;
        var uri = target.Fill($"arn:{{partition}}:apigateway:{{region}}:{call.Service}:{call.Tail}", region);
        foreach (var parameter in parameters)
        {
            var placeholder = $"{{{parameter.Entry.Name}}}";
            var text = parameter.Entry.In switch
            {
                ParameterLocation.Path => Path(parameter),
                ParameterLocation.Host => Host(parameter),
                _ => placeholder,
            };
            if (text is null) return null;
            uri = uri.Replace(placeholder, text, StringComparison.Ordinal);
        }
        return uri;
    }

    private string? Host(ParameterValue parameter)
    {
        if (parameter.Value is TextValue { Expression.Constant: { Length: > 0 } constant } && constant.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            return constant;
        diagnostics.Error(Reasons.InvalidParameter, parameter.Field,
            $"{parameter.Entry.Name} begins the name of a host: give it as a constant of lower-case letters, digits and hyphens, without the domain.");
        return null;
    }

    private string? Path(ParameterValue parameter)
    {
        var expression = ((TextValue)parameter.Value).Expression;
        var text = "";
        var references = expression.References.Count();
        foreach (var part in expression.Parts)
        {
            var piece = part is ReferencePart reference
                ? Placeholder(parameter, reference.Source, references == 1 ? "" : text.Count(c => c == '{') + 1 is var n ? n.ToString(CultureInfo.InvariantCulture) : "")
                : Constant(((LiteralPart)part).Text);
            if (piece is null) return null;
            text += piece;
        }
        if (!HasDotSegment(text)) return text;
        mappings.Refuse(parameter, "The segments . and .. mean other places of a path: they cannot be part of it.");
        return null;
    }

    private string? Placeholder(ParameterValue parameter, Source source, string number)
    {
        if (RequestMappings.NameOf(source) is { } mapping)
        {
            var placeholder = parameter.Entry.Name + number;
            mappings.AddPath(placeholder, mapping);
            return $"{{{placeholder}}}";
        }
        mappings.Refuse(parameter, $"{source} cannot stand in a path: API Gateway maps it there without a template, so it needs a plain name and has no default.");
        return null;
    }

    /// <summary>Slashes stay what they are.</summary>
    private static string Constant(string text) => string.Join('/', text.Split('/').Select(Uri.EscapeDataString));

    private static bool HasDotSegment(string path) => path.Split('/').Any(s => s is "." or "..");
}
