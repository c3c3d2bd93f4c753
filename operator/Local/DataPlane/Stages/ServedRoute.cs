using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.DataPlane.Stages;

/// <summary>A route of a deployment.</summary>
/// <param name="Key">Such as <c>POST /orders</c>, or <c>$default</c>.</param>
/// <param name="Path">The path with its variables, such as <c>/users/{userId}</c>.</param>
/// <param name="ResourceId">REST: the id of the resource; HTTP: of the route.</param>
/// <param name="Prepared">All that its requests go through; null when <paramref name="Refusal"/> says why it cannot be served.</param>
/// <param name="Refusal">Why it cannot be served; null when it can.</param>
internal sealed record ServedRoute(string Key, string Path, string ResourceId, PreparedRoute? Prepared, GatewayFault? Refusal);

/// <summary>A route that serves a request, and what the request's path says.</summary>
/// <param name="Route">The route; null when the path is served, but not with this method.</param>
/// <param name="ResourceId">REST: the id of the resource at the path.</param>
/// <param name="ResourcePath">Its path with its variables.</param>
/// <param name="PathParameters">The variables' values.</param>
internal readonly record struct RouteMatch(ServedRoute? Route, string ResourceId, string ResourcePath, ValueMap<string> PathParameters);
