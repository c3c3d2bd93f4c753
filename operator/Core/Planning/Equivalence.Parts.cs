using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

public static partial class Equivalence
{
    private const int RestAuthorizerTtl = 300;
    private const string DefaultTemplateType = "application/json";
    private const string DefaultTemplate = "{\"message\":$context.error.messageString}";

    // The two that stand for many have no status of their own.
    private static readonly Dictionary<string, string> DefaultStatus = new(StringComparer.Ordinal)
    {
        ["ACCESS_DENIED"] = "403",
        ["API_CONFIGURATION_ERROR"] = "500",
        ["AUTHORIZER_CONFIGURATION_ERROR"] = "500",
        ["AUTHORIZER_FAILURE"] = "500",
        ["BAD_REQUEST_BODY"] = "400",
        ["BAD_REQUEST_PARAMETERS"] = "400",
        ["EXPIRED_TOKEN"] = "403",
        ["INTEGRATION_FAILURE"] = "504",
        ["INTEGRATION_TIMEOUT"] = "504",
        ["INVALID_API_KEY"] = "403",
        ["INVALID_SIGNATURE"] = "403",
        ["MISSING_AUTHENTICATION_TOKEN"] = "403",
        ["QUOTA_EXCEEDED"] = "429",
        ["REQUEST_TOO_LARGE"] = "413",
        ["RESOURCE_NOT_FOUND"] = "404",
        ["THROTTLED"] = "429",
        ["UNAUTHORIZED"] = "401",
        ["UNSUPPORTED_MEDIA_TYPE"] = "415",
        ["WAF_FILTERED"] = "403",
    };

    /// <summary>The normal form of an authorizer. Each field that its type or protocol does not have is unset.</summary>
    public static AuthorizerModel Normalize(AuthorizerModel authorizer, ApiProtocol protocol)
    {
        ArgumentNullException.ThrowIfNull(authorizer);
        var rest = protocol == ApiProtocol.REST;
        var function = authorizer.Type is AuthorizerType.TOKEN or AuthorizerType.REQUEST;
        var jwt = authorizer.Type == AuthorizerType.JWT;
        return authorizer with
        {
            Uri = function ? NullIfEmpty(authorizer.Uri) : null,
            Credentials = function ? NullIfEmpty(authorizer.Credentials) : null,
            IdentitySources = authorizer.IdentitySources.Select(s => LowerHeader(s.Trim())).ToValueList(),
            IdentityValidationExpression = rest ? NullIfEmpty(authorizer.IdentityValidationExpression) : null,
            ResultTtlInSeconds = function ? authorizer.ResultTtlInSeconds ?? (rest ? RestAuthorizerTtl : 0) : null,
            ProviderArns = authorizer.Type == AuthorizerType.COGNITO_USER_POOLS ? Ordered(authorizer.ProviderArns) : [],
            Issuer = jwt ? NullIfEmpty(authorizer.Issuer) : null,
            Audiences = jwt ? Ordered(authorizer.Audiences) : [],
            PayloadFormatVersion = function && !rest ? NullIfEmpty(authorizer.PayloadFormatVersion) : null,
            EnableSimpleResponses = function && !rest && authorizer.EnableSimpleResponses,
        };
    }

    /// <summary>The normal form of a model.</summary>
    public static SchemaModel Normalize(SchemaModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model with { Description = NullIfEmpty(model.Description), Schema = SchemaReferences.WithNames(model.Schema) };
    }

    /// <summary>The normal form of a gateway response: AWS fills in the status of its case, and a template when there is none.</summary>
    public static GatewayResponseModel Normalize(GatewayResponseModel response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response with
        {
            StatusCode = NullIfEmpty(response.StatusCode) ?? DefaultStatus.GetValueOrDefault(response.ResponseType),
            ResponseParameters = LowerHeaders(response.ResponseParameters),
            ResponseTemplates = response.ResponseTemplates.Count == 0 ? ValueMap.Of((DefaultTemplateType, DefaultTemplate)) : response.ResponseTemplates,
        };
    }

    /// <summary>The normal form of CORS settings: sets, and header names without case.</summary>
    public static CorsModel Normalize(CorsModel cors)
    {
        ArgumentNullException.ThrowIfNull(cors);
        return cors with
        {
            AllowOrigins = Ordered(cors.AllowOrigins),
            AllowMethods = Ordered(cors.AllowMethods.Select(m => m.ToUpperInvariant())),
            AllowHeaders = Ordered(cors.AllowHeaders.Select(h => h.ToLowerInvariant())),
            ExposeHeaders = Ordered(cors.ExposeHeaders.Select(h => h.ToLowerInvariant())),
        };
    }
}
