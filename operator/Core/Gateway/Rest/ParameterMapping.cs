using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Rest;

/// <summary>The part of a message that a parameter mapping writes.</summary>
internal enum ParameterTarget
{
    Path,
    QueryString,
    Header,
}

/// <summary>A parameter mapping, such as <c>integration.request.path.id: method.request.path.id</c>, parsed.</summary>
/// <param name="Name">The name of what is written.</param>
internal sealed record ParameterMapping(ParameterTarget Target, string Name, ParameterSource Source)
{
    private static readonly (string Prefix, ParameterTarget Target)[] Targets =
    [
        ("integration.request.path.", ParameterTarget.Path),
        ("integration.request.querystring.", ParameterTarget.QueryString),
        ("integration.request.header.", ParameterTarget.Header),
        ("method.response.header.", ParameterTarget.Header),
        ("gatewayresponse.header.", ParameterTarget.Header),
    ];

    /// <summary>The mappings that can be read. API Gateway takes in no others: they are refused when the API is written.</summary>
    public static ValueList<ParameterMapping> Parse(ValueMap<string> parameters)
    {
        var mappings = new List<ParameterMapping>();
        foreach (var (target, source) in parameters)
        {
            if (Parse(target, source) is { } mapping) mappings.Add(mapping);
        }
        return mappings.ToValueList();
    }

    private static ParameterMapping? Parse(string target, string source)
    {
        foreach (var (prefix, kind) in Targets)
        {
            if (target.Length > prefix.Length && target.StartsWith(prefix, StringComparison.Ordinal))
                return ParameterSource.Parse(source) is { } parsed ? new(kind, target[prefix.Length..], parsed) : null;
        }
        return null;
    }
}
