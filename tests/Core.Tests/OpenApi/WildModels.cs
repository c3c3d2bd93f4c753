using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.OpenApi;

/// <summary>Changes an API into one that API Gateway would never take.</summary>
internal static class WildModels
{
    public static ApiModel Disturb(ApiModel api, Random random) => random.Next(api.Protocol == ApiProtocol.REST ? 8 : 4) switch
    {
        0 => api with { Routes = [.. api.Routes, .. api.Routes] },
        1 => api with { Authorizers = api.Authorizers.Skip(1).ToValueList() },
        2 => api with { Authorizers = api.Authorizers.Select(a => a with { IdentitySources = [Junk(random) ?? ""] }).ToValueList() },
        3 or 4 => api with { Routes = api.Routes.Select(r => Disturb(r, api.Protocol, random)).ToValueList() },
        5 => api with { Policy = Junk(random) },
        6 => api with { Models = api.Models.Select(m => m with { Schema = Junk(random) ?? "{}" }).ToValueList() },
        _ => api with { Models = api.Models.Skip(1).ToValueList(), RequestValidators = api.RequestValidators.Skip(1).ToValueList() },
    };

    private static RouteModel Disturb(RouteModel route, ApiProtocol protocol, Random random) => random.Next(protocol == ApiProtocol.REST ? 8 : 2) switch
    {
        0 => route with { Authorizer = Junk(random) },
        1 => route with { Authorization = (AuthorizationType)random.Next(5) },
        2 => route with { RequestParameters = route.RequestParameters.Select(p => KeyValuePair.Create(p.Key, !p.Value)).ToValueMap() },
        3 => route with { RequestParameters = ValueMap.Of(("method.request.body", true), ("x", false), ("method.request.path.", true)) },
        4 => route with { Responses = [.. route.Responses, .. route.Responses] },
        5 => route with { Responses = route.Responses.Select(r => r with { ResponseParameters = ValueMap.Of(("method.response.body", true)) }).ToValueList() },
        6 => route with { RequestValidator = Junk(random) },
        _ => route with { Integration = route.Integration with { Responses = route.Integration.Responses.Select(r => r with { SelectionPattern = Junk(random) }).ToValueList() } },
    };

    private static string? Junk(Random random) => random.Next(8) switch
    {
        0 => null,
        1 => "default",
        2 => "a, b",
        3 => "{\"a\":",
        4 => "[1]",
        5 => "{\"a\":1,\"b\":[]}",
        6 => "{\"$ref\":\"#/definitions/Nobody\"}",
        _ => new string('[', 5000),
    };
}
