using System.Collections.Immutable;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest.Documents;

/// <summary>A REST API as the model that compilers, documents and the data plane share.</summary>
internal static class ModelOfContent
{
    public static ApiModel Of(RestApi api, RestContent content, string region) => WithoutRoutes(api, content, region) with
    {
        Routes = content.Methods().Where(m => m.Method.MethodIntegration is not null).Select(m => RouteOfMethod.Of(m, content)).ToValueList(),
    };

    /// <summary>The API's settings and what its routes share.</summary>
    public static ApiModel WithoutRoutes(RestApi api, RestContent content, string region) => new()
    {
        Protocol = ApiProtocol.REST,
        Region = region,
        Name = api.Name ?? "",
        Description = api.Description,
        EndpointType = Parse<EndpointType>(api.EndpointConfiguration?.Type),
        DisableExecuteApiEndpoint = api.DisableExecuteApiEndpoint,
        Tags = Map(api.Tags),
        ApiKeySource = Parse<ApiKeySource>(api.ApiKeySource),
        BinaryMediaTypes = (api.BinaryMediaTypes ?? []).Order(StringComparer.Ordinal).ToValueList(),
        MinimumCompressionSize = api.MinimumCompressionSize,
        Policy = api.Policy,
        Authorizers = content.Authorizers.Values.Select(Authorizer).OrderBy(a => a.Name, StringComparer.Ordinal).ToValueList(),
        Models = content.Models.Values.Select(Schema).ToValueList(),
        RequestValidators = content.RequestValidators.Values
            .Select(v => new RequestValidatorModel(content.NameOf(v), v.ValidateRequestBody ?? false, v.ValidateRequestParameters ?? false))
            .OrderBy(v => v.Name, StringComparer.Ordinal).ToValueList(),
        GatewayResponses = content.GatewayResponses.Values.Select(GatewayResponse).ToValueList(),
    };

    private static AuthorizerModel Authorizer(RestAuthorizer authorizer) => new()
    {
        Name = authorizer.Name ?? "",
        Type = Parse<AuthorizerType>(authorizer.Type) ?? AuthorizerType.TOKEN,
        Uri = authorizer.AuthorizerUri,
        Credentials = authorizer.AuthorizerCredentials,
        IdentitySources = (authorizer.IdentitySource ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToValueList(),
        IdentityValidationExpression = authorizer.IdentityValidationExpression,
        ResultTtlInSeconds = authorizer.AuthorizerResultTtlInSeconds,
        ProviderArns = (authorizer.ProviderARNs ?? []).ToValueList(),
    };

    private static SchemaModel Schema(RestModel model) => new()
    {
        Name = model.Name!,
        ContentType = model.ContentType ?? "application/json",
        Description = model.Description,
        Schema = ModelReferences.ToNames(model.Schema ?? "{}"),
    };

    private static GatewayResponseModel GatewayResponse(RestGatewayResponse response) => new()
    {
        ResponseType = response.ResponseType!,
        StatusCode = response.StatusCode,
        ResponseParameters = Map(response.ResponseParameters),
        ResponseTemplates = Map(response.ResponseTemplates),
    };

    public static ValueMap<T> Map<T>(ImmutableSortedDictionary<string, T>? map) => (map ?? RestMaps<T>.Empty).ToValueMap();

    /// <summary>The member of that name; null when there is none.</summary>
    public static T? Parse<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) ? value : null;
}
