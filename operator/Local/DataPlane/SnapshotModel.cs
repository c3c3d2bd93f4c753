using System.Collections.Immutable;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Local.State;

namespace DirectRoute.Local.DataPlane;

/// <summary>From what the control plane keeps to what the data plane runs on. Ids become names.</summary>
internal static class SnapshotModel
{
    private const int DefaultTimeoutInMillis = 29_000;

    /// <summary>The API's settings and shared parts; its routes are made one by one.</summary>
    public static ApiModel Api(RestDeploymentState deployment, string region)
    {
        var (api, content) = (deployment.Api, deployment.Content);
        return new ApiModel
        {
            Protocol = ApiProtocol.REST,
            Region = region,
            Name = api.Name ?? "",
            DisableExecuteApiEndpoint = api.DisableExecuteApiEndpoint,
            BinaryMediaTypes = (api.BinaryMediaTypes ?? []).Order(StringComparer.Ordinal).ToValueList(),
            Models = content.Models.Values.Select(m => new SchemaModel { Name = m.Name!, ContentType = m.ContentType ?? "application/json", Schema = m.Schema ?? "{}" }).ToValueList(),
            // By id, for it is the id that methods say: the model's name only has to be unique.
            RequestValidators = content.RequestValidators.Values
                .Select(v => new RequestValidatorModel(v.Id!, v.ValidateRequestBody ?? false, v.ValidateRequestParameters ?? false)).ToValueList(),
            GatewayResponses = content.GatewayResponses.Values.Select(GatewayResponse).ToValueList(),
        };
    }

    /// <summary>A method of the resource at <paramref name="path"/>.</summary>
    public static RouteModel Route(RestContent content, string path, RestMethod method) => new()
    {
        Method = Enum.Parse<RouteMethod>(method.HttpMethod!),
        Path = path,
        RequestValidator = method.RequestValidatorId is { } id && content.RequestValidators.ContainsKey(id) ? id : null,
        RequestModels = Map(method.RequestModels),
        RequestParameters = Map(method.RequestParameters),
        Integration = Integration(method.MethodIntegration!),
    };

    private static IntegrationModel Integration(RestIntegration integration) => new()
    {
        Type = Enum.Parse<IntegrationType>(integration.Type!),
        Uri = integration.Uri,
        HttpMethod = integration.HttpMethod,
        Credentials = integration.Credentials,
        RequestParameters = Map(integration.RequestParameters),
        RequestTemplates = Templates(integration.RequestTemplates),
        PassthroughBehavior = Parse<PassthroughBehavior>(integration.PassthroughBehavior) ?? PassthroughBehavior.WHEN_NO_MATCH,
        ContentHandling = Parse<ContentHandling>(integration.ContentHandling),
        Tls = integration.TlsConfig?.InsecureSkipVerification is { } skip ? new TlsModel(skip, null) : null,
        TimeoutInMillis = integration.TimeoutInMillis is > 0 and var millis ? millis : DefaultTimeoutInMillis,
        Responses = (integration.IntegrationResponses?.Values ?? []).Select(Response).ToValueList(),
    };

    private static IntegrationResponseModel Response(RestIntegrationResponse response) => new()
    {
        StatusCode = response.StatusCode!,
        SelectionPattern = string.IsNullOrEmpty(response.SelectionPattern) ? null : response.SelectionPattern,
        ResponseParameters = Map(response.ResponseParameters),
        ResponseTemplates = Templates(response.ResponseTemplates),
        ContentHandling = Parse<ContentHandling>(response.ContentHandling),
    };

    private static GatewayResponseModel GatewayResponse(RestGatewayResponse response) => new()
    {
        ResponseType = response.ResponseType!,
        StatusCode = response.StatusCode,
        ResponseParameters = Map(response.ResponseParameters),
        ResponseTemplates = Map(response.ResponseTemplates),
    };

    private static ValueMap<T> Map<T>(ImmutableSortedDictionary<string, T>? map) => map is null ? default : map.ToValueMap();

    /// <summary>A template that is null passes the body on, as an empty one does in the console.</summary>
    private static ValueMap<string> Templates(ImmutableSortedDictionary<string, string?>? map) =>
        map is null ? default : map.Where(t => t.Value is not null).Select(t => KeyValuePair.Create(t.Key, t.Value!)).ToValueMap();

    private static T? Parse<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var value) ? value : null;
}
