using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Expressions;

/// <summary>What expressions of a route may refer to.</summary>
/// <param name="PathVariables">The variables of the route's path.</param>
/// <param name="StageVariables">For each stage, the names of its variables.</param>
internal sealed record ExpressionScope(
    ApiProtocol Protocol, RouteMethod Method, string Path, ValueList<string> PathVariables, ValueMap<ValueList<string>> StageVariables);
