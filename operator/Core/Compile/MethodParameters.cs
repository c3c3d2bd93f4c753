using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile;

/// <summary>The request parameters that a REST method declares: API Gateway refuses a mapping from one that is not.</summary>
internal static class MethodParameters
{
    private const string Prefix = "method.request.";
    private const string MultiValue = "multivalue";

    /// <summary>The path's variables, and whatever the integration reads or caches by.</summary>
    public static ValueMap<bool> Of(PathPattern path, IntegrationModel integration)
    {
        var declared = integration.RequestParameters.Values.Concat(integration.CacheKeyParameters)
            .Where(s => s.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(s => s[Prefix.Length..])
            .Select(s => s.StartsWith(MultiValue, StringComparison.Ordinal) ? s[MultiValue.Length..] : s)
            .Where(s => s.StartsWith("header.", StringComparison.Ordinal) || s.StartsWith("querystring.", StringComparison.Ordinal))
            .Select(s => KeyValuePair.Create(Prefix + s, false));
        return declared.Concat(OfPath(path.Text)).ToValueMap();
    }

    /// <summary>The path's variables.</summary>
    public static ValueMap<bool> OfPath(string path) =>
        path.Split('/').Select(PathSegment.Parse).Where(s => s.IsVariable).Select(s => KeyValuePair.Create($"{Prefix}path.{s.Name}", true)).ToValueMap();
}
