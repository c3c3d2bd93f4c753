using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.Cors;

/// <summary>
/// CORS on a REST API, which has none of its own: a method OPTIONS on each path that answers browsers beforehand, and headers on every answer, those included
/// that API Gateway gives by itself.
/// </summary>
internal sealed class RestCors(CorsPolicy policy)
{
    private const string Json = "application/json";
    private const string AllowOrigin = "Access-Control-Allow-Origin";
    private const string AllowCredentials = "Access-Control-Allow-Credentials";

    private static readonly string[] AllMethods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

    /// <summary>The routes with the headers on their answers, and a method OPTIONS on each path that has none, in order.</summary>
    public ValueList<RouteModel> Apply(IEnumerable<RouteModel> routes)
    {
        var own = routes.Select(WithHeaders).ToList();
        var preflights = own.GroupBy(r => r.Path, StringComparer.Ordinal).Where(p => p.All(r => r.Method != RouteMethod.OPTIONS)).Select(p => Preflight(p.Key, p.Select(r => r.Method)));
        return own.Concat(preflights).ToValueList();
    }

    /// <summary>The answers that API Gateway gives by itself, with the headers: those of the user, and the two that all others fall back to.</summary>
    public ValueList<GatewayResponseModel> Apply(ValueList<GatewayResponseModel> responses)
    {
        var own = responses.ToDictionary(r => r.ResponseType, StringComparer.Ordinal);
        foreach (var type in new[] { "DEFAULT_4XX", "DEFAULT_5XX" }) own.TryAdd(type, new GatewayResponseModel { ResponseType = type });
        return own.Values.Select(WithHeaders).OrderBy(r => r.ResponseType, StringComparer.Ordinal).ToValueList();
    }

    /// <summary>Whether a backend answers by proxy: what it says, headers included, is its own.</summary>
    public static bool IsProxied(IntegrationModel integration) => integration.Type is IntegrationType.AWS_PROXY or IntegrationType.HTTP_PROXY;

    /// <summary>Whether an answer passes that may be bytes, which a template would spoil.</summary>
    public static bool PassesAnswers(IntegrationModel integration) => integration.Responses.Any(r => r.ResponseTemplates.Count == 0);

    /// <summary>Whether a template reads each request. What it sets of the response holds whatever the answer is; recorded on AWS, with a mock.</summary>
    public static bool ReadsRequests(IntegrationModel integration) =>
        integration.RequestTemplates.Count > 0 && integration.PassthroughBehavior is PassthroughBehavior.NEVER or PassthroughBehavior.WHEN_NO_TEMPLATES;

    private RouteModel WithHeaders(RouteModel route)
    {
        var integration = route.Integration;
        if (IsProxied(integration) || route.Method == RouteMethod.OPTIONS) return route;
        var several = policy.OnlyOrigin is null;
        var early = several && PassesAnswers(integration) && ReadsRequests(integration);
        var responses = integration.Responses.Select(r => WithHeaders(r, policy.Headers(), several && !early)).ToValueList();
        return route with
        {
            Integration = integration with { RequestTemplates = early ? Choosing(integration.RequestTemplates) : integration.RequestTemplates, Responses = responses },
            Responses = MethodResponses.Of(responses),
        };
    }

    private IntegrationResponseModel WithHeaders(IntegrationResponseModel response, ValueMap<string> headers, bool chooses)
    {
        var mapped = response.ResponseParameters;
        foreach (var (name, value) in WithOrigin(headers))
        {
            if (!mapped.ContainsKey($"method.response.header.{name}")) mapped = mapped.With($"method.response.header.{name}", $"'{value}'");
        }
        var templates = response.ResponseTemplates.Count == 0 ? ValueMap.Of((Json, "$input.body")) : response.ResponseTemplates;
        return response with { ResponseParameters = mapped, ResponseTemplates = chooses ? Choosing(templates) : response.ResponseTemplates };
    }

    private ValueMap<string> Choosing(ValueMap<string> templates) => templates.Select(t => KeyValuePair.Create(t.Key, ChooseOrigin() + t.Value)).ToValueMap();

    private ValueMap<string> WithOrigin(ValueMap<string> headers)
    {
        if (policy.OnlyOrigin is not { } origin) return headers;
        headers = headers.With(AllowOrigin, origin);
        return policy.AllowCredentials ? headers.With(AllowCredentials, "true") : headers;
    }

    /// <summary>A browser takes one origin only, so the request's is given back when it is one of those that are allowed.</summary>
    private string ChooseOrigin() =>
        "#set($origin = '')\n#foreach($h in $input.params().header.keySet())#if($h.equalsIgnoreCase('Origin'))#set($origin = \"$!input.params().header.get($h)\")#end#end\n"
        + $"#if({string.Join(" || ", policy.Origins.Select(o => $"$origin == '{o}'"))})\n"
        + $"#set($context.responseOverride.header.{AllowOrigin} = $origin)\n"
        + (policy.AllowCredentials ? $"#set($context.responseOverride.header.{AllowCredentials} = 'true')\n" : "")
        + "#end\n";

    private RouteModel Preflight(string path, IEnumerable<RouteMethod> methods)
    {
        var named = methods.ToList();
        var allowed = named.Contains(RouteMethod.ANY) ? AllMethods : [.. named.Append(RouteMethod.OPTIONS).Select(m => m.ToString()).Order(StringComparer.Ordinal)];
        var empty = new IntegrationResponseModel { StatusCode = "204", ResponseTemplates = ValueMap.Of((Json, "#set($none = '')\n")) };
        ValueList<IntegrationResponseModel> responses = [WithHeaders(empty, policy.PreflightHeaders(allowed), policy.OnlyOrigin is null)];
        return new RouteModel
        {
            Method = RouteMethod.OPTIONS,
            Path = path,
            RequestParameters = MethodParameters.OfPath(path),
            Integration = new IntegrationModel
            {
                Type = IntegrationType.MOCK,
                RequestTemplates = ValueMap.Of((Json, "{\"statusCode\": 200}\n")),
                PassthroughBehavior = PassthroughBehavior.NEVER,
                TimeoutInMillis = RouteCompiler.MaxRestTimeout,
                Responses = responses,
            },
            Responses = MethodResponses.Of(responses),
        };
    }

    /// <summary>
    /// API Gateway chooses nothing here, but can give back the request's origin; credentials are not allowed with it, so that a foreign site reads no more
    /// than that its request failed.
    /// </summary>
    private GatewayResponseModel WithHeaders(GatewayResponseModel response)
    {
        var headers = WithOrigin(policy.Headers()).Select(h => KeyValuePair.Create(h.Key, $"'{h.Value}'")).ToValueMap();
        if (policy.OnlyOrigin is null) headers = headers.With(AllowOrigin, "method.request.header.Origin");
        var all = response.ResponseParameters;
        foreach (var (name, value) in headers)
        {
            if (!all.ContainsKey($"gatewayresponse.header.{name}")) all = all.With($"gatewayresponse.header.{name}", value);
        }
        return response with { ResponseParameters = all };
    }
}
