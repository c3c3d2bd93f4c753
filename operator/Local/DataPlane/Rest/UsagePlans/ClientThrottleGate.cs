using DirectRoute.Core.Gateway;
using DirectRoute.Local.ControlPlane.Rest.UsagePlans;
using DirectRoute.Local.DataPlane.Throttling;

namespace DirectRoute.Local.DataPlane.Rest.UsagePlans;

/// <summary>
/// Lets the holder of an API key pass as often as its usage plan says: for the method, where the plan has a limit of its own for it, else for all stages of the
/// plan together.
/// </summary>
internal sealed class ClientThrottleGate : IGate
{
    private readonly BucketTable clients = new();

    public ValueTask<ClientResponse?> AnswerAsync(Exchange exchange) => new(Passes(exchange) ? null : exchange.Fails(ThrottleFaults.TooManyRequests));

    private bool Passes(Exchange exchange) =>
        exchange.KeyUse is not { } use || Limit(exchange, use) is not { } limit || clients.TryTake(limit, use.Key.Id!, exchange.Arrival);

    private static ThrottleLimit? Limit(Exchange exchange, KeyUse use) =>
        (OfMethod(exchange, use) ?? use.Plan.Plan.Throttle) is { } throttle
            ? new ThrottleLimit(throttle, throttle.RateLimit ?? ThrottleLimit.Account.Rate, throttle.BurstLimit ?? ThrottleLimit.Account.Burst)
            : null;

    private static ThrottleSettings? OfMethod(Exchange exchange, KeyUse use)
    {
        if (use.Plan.StageOf(exchange.ApiId, exchange.StageName)?.Throttle is not { Count: > 0 } methods) return null;
        var path = exchange.Route!.Path;
        return methods.GetValueOrDefault($"{path}/{exchange.Request.Method}") ?? methods.GetValueOrDefault($"{path}/ANY");
    }
}
