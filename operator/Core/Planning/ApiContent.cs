using DirectRoute.Core.Collections;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

/// <summary>What a deployment of a REST API takes a snapshot of, in normal form; what AWS has by default is unset.</summary>
internal sealed record ApiContent
{
    public ValueList<RouteModel> Routes { get; init; }
    public bool DisableExecuteApiEndpoint { get; init; }
    public ApiKeySource? ApiKeySource { get; init; }
    public ValueList<string> BinaryMediaTypes { get; init; }
    public int? MinimumCompressionSize { get; init; }
    public string? Policy { get; init; }
    public ValueList<AuthorizerModel> Authorizers { get; init; }
    public ValueList<SchemaModel> Models { get; init; }
    public ValueList<RequestValidatorModel> RequestValidators { get; init; }
    public ValueList<GatewayResponseModel> GatewayResponses { get; init; }

    /// <summary>The content of an API.</summary>
    public static ApiContent Of(ApiModel api)
    {
        var normal = Equivalence.Normalize(api);
        return new()
        {
            Routes = normal.Routes,
            DisableExecuteApiEndpoint = normal.DisableExecuteApiEndpoint,
            ApiKeySource = normal.ApiKeySource == Model.ApiKeySource.HEADER ? null : normal.ApiKeySource,
            BinaryMediaTypes = normal.BinaryMediaTypes,
            MinimumCompressionSize = normal.MinimumCompressionSize,
            Policy = normal.Policy,
            Authorizers = normal.Authorizers,
            Models = normal.Models,
            RequestValidators = normal.RequestValidators,
            GatewayResponses = normal.GatewayResponses,
        };
    }

    /// <summary>Whether there is nothing but routes.</summary>
    public bool IsRoutesOnly() => this == new ApiContent { Routes = Routes };
}
