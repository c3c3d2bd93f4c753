using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.DataPlane.Throttling;

/// <summary>Lets requests pass as often as the stage's settings say for the route, and as the account may have in the region.</summary>
/// <param name="limitsAccounts">Whether accounts have AWS's limit: 10,000 requests a second, 5,000 at once.</param>
internal sealed class ThrottleGate(bool limitsAccounts) : IGate
{
    private readonly BucketTable routes = new();
    private readonly BucketTable accounts = new();

    public ValueTask<ClientResponse?> AnswerAsync(Exchange exchange) => new(Passes(exchange) ? null : exchange.Fails(ThrottleFaults.TooManyRequests));

    private bool Passes(Exchange exchange)
    {
        var stage = exchange.Stage!;
        if (stage.Throttle(exchange.Route!, exchange.Request.Method) is { } limit && !routes.TryTake(limit, exchange.Route!.Key, exchange.Arrival)) return false;
        return !limitsAccounts || accounts.TryTake(ThrottleLimit.Account, $"{stage.AccountId}/{stage.Region}", exchange.Arrival);
    }
}
