using DirectRoute.Core.Collections;
using DirectRoute.Core.Expressions;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Compile;

/// <summary>What everything beneath one route shares.</summary>
/// <param name="Timeout">Milliseconds.</param>
internal sealed record RouteScope(ApiScope Api, DirectRouteSpec Spec, RouteMethod Method, PathPattern Path, int Timeout)
{
    /// <summary>What expressions may refer to.</summary>
    public ExpressionScope Expressions { get; } = new(
        Api.Protocol, Method, Path.Text, Path.Variables,
        Api.Stages.Select(s => KeyValuePair.Create(s.Name, s.Variables.Keys.ToValueList())).ToValueMap());
}
