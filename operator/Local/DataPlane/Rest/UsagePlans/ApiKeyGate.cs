using System.Text.Json.Nodes;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;

namespace DirectRoute.Local.DataPlane.Rest.UsagePlans;

/// <summary>Asks for an API key where a method requires one. Elsewhere a key means nothing: it is neither looked at nor counted.</summary>
internal sealed class ApiKeyGate : IGate
{
    private const string Header = "x-api-key";

    /// <summary>No key, one that nobody has, one that is disabled, or one in no usage plan of the stage.</summary>
    private static readonly GatewayFault InvalidApiKey = new()
    {
        ResponseType = "INVALID_API_KEY",
        StatusCode = 403,
        ErrorType = "ForbiddenException",
        Message = "Forbidden",
        Detail = "The method requires an API key of a usage plan that has this stage; the request has none that is enabled.",
    };

    public ValueTask<ClientResponse?> AnswerAsync(Exchange exchange) => new(Passes(exchange) ? null : exchange.Fails(InvalidApiKey));

    private static bool Passes(Exchange exchange)
    {
        if (exchange.Stage is not RestStageView stage || exchange.Route is not { Prepared.Route.ApiKeyRequired: true }) return true;
        var value = stage.Api.ApiKeySource == ApiKeySource.AUTHORIZER ? exchange.UsageIdentifierKey : exchange.Request.Headers.Last(Header);
        if (value is null || stage.RegionState.FindUsagePlan(value, exchange.ApiId, exchange.StageName) is not var (key, plan)) return false;
        exchange.KeyUse = new KeyUse(key, plan, stage.RegionState.Usage);
        if (exchange.Context["identity"] is JsonObject identity) (identity["apiKey"], identity["apiKeyId"]) = (key.Value, key.Id);
        return true;
    }
}
