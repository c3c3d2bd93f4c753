using DirectRoute.Local.DataPlane.Authorizers;
using DirectRoute.Local.DataPlane.Rest.UsagePlans;
using DirectRoute.Local.DataPlane.Throttling;

namespace DirectRoute.Local.DataPlane;

/// <summary>
/// What a request to a stage passes, in API Gateway's order: who it is comes before what that may have, and what one client may have before what all may have
/// together.
/// </summary>
internal static class StageGates
{
    public static IReadOnlyList<IGate> Of(LocalOptions options) =>
    [
        new RouteGate(),
        new AuthorizerGate(new()),
        new ApiKeyGate(),
        new ClientThrottleGate(),
        new ThrottleGate(options.EnforcesQuotas),
        new QuotaGate(),
    ];
}
