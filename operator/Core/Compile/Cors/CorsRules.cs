using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.Cors;

/// <summary>What an API's <c>spec.cors</c> cannot do for a route.</summary>
internal static class CorsRules
{
    private const string Field = "spec.target";

    /// <summary>Warns of answers that get no headers, or that headers spoil.</summary>
    public static void Warn(DirectApiSpec api, IntegrationModel integration, DiagnosticBag diagnostics)
    {
        if (api.Protocol != ApiProtocol.REST || api.Cors is not { } cors) return;
        if (RestCors.IsProxied(integration))
            diagnostics.Warn(Reasons.InvalidValue, Field,
                "By proxy the backend's answer reaches the client as it is: spec.cors of the API adds no headers to it. Let the backend send Access-Control-Allow-Origin itself, or call it without proxy.");
        else if (cors.AllowOrigins?.Count > 1 && api.BinaryMediaTypes?.Count > 0 && RestCors.PassesAnswers(integration) && !RestCors.ReadsRequests(integration))
            diagnostics.Warn(Reasons.InvalidValue, Field,
                "spec.cors of the API names several origins. Request and answer pass here as they are, so a template must read the answer to name the origin that asks, and spoils an answer that is not text. Name one origin or \"*\" if there are such answers.");
    }
}
