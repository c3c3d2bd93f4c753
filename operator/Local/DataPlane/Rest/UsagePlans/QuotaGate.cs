using DirectRoute.Core.Gateway;
using DirectRoute.Local.DataPlane.Throttling;

namespace DirectRoute.Local.DataPlane.Rest.UsagePlans;

/// <summary>Counts what an API key is used for, and lets its holder pass until the quota of its usage plan is used up. What was refused before does not count.</summary>
internal sealed class QuotaGate : IGate
{
    public ValueTask<ClientResponse?> AnswerAsync(Exchange exchange) => new(Passes(exchange) ? null : exchange.Fails(ThrottleFaults.QuotaExceeded));

    private static bool Passes(Exchange exchange) => exchange.KeyUse is not { } use || use.Meter.TryCount(use.Plan, use.Key.Id!, exchange.ReceivedAt);
}
