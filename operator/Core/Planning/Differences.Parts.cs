using DirectRoute.Core.Model;

namespace DirectRoute.Core.Planning;

internal sealed partial class Differences
{
    /// <summary>Adds what differs between two authorizers of one name and type.</summary>
    public Differences Authorizer(AuthorizerModel before, AuthorizerModel after) => this
        .Field("uri", before.Uri, after.Uri)
        .Field("credentials", before.Credentials, after.Credentials)
        .List("identitySources", before.IdentitySources, after.IdentitySources)
        .Field("identityValidationExpression", before.IdentityValidationExpression, after.IdentityValidationExpression)
        .Field("resultTtlInSeconds", before.ResultTtlInSeconds, after.ResultTtlInSeconds)
        .List("providerArns", before.ProviderArns, after.ProviderArns)
        .Field("issuer", before.Issuer, after.Issuer)
        .List("audiences", before.Audiences, after.Audiences)
        .Field("payloadFormatVersion", before.PayloadFormatVersion, after.PayloadFormatVersion)
        .Field("enableSimpleResponses", before.EnableSimpleResponses, after.EnableSimpleResponses);

    /// <summary>Adds what differs between two models of one name and content type.</summary>
    public Differences Schema(SchemaModel before, SchemaModel after)
    {
        Field("description", before.Description, after.Description);
        if (before.Schema != after.Schema) changes.Add(new("schema", Digest(before.Schema), Digest(after.Schema)) { Body = new(before.Schema, after.Schema) });
        return this;
    }

    /// <summary>Adds what differs between two request validators of one name.</summary>
    public Differences Validator(RequestValidatorModel before, RequestValidatorModel after) => this
        .Field("validateRequestBody", before.ValidateRequestBody, after.ValidateRequestBody)
        .Field("validateRequestParameters", before.ValidateRequestParameters, after.ValidateRequestParameters);

    /// <summary>Adds what differs between two gateway responses of one type.</summary>
    public Differences GatewayResponse(GatewayResponseModel before, GatewayResponseModel after) => this
        .Field("statusCode", before.StatusCode, after.StatusCode)
        .Map("parameters", before.ResponseParameters, after.ResponseParameters)
        .Templates("templates", before.ResponseTemplates, after.ResponseTemplates);

    /// <summary>Adds what differs between two CORS settings; null is none at all.</summary>
    public Differences Cors(CorsModel? before, CorsModel? after)
    {
        if (before is null || after is null) return Field("cors", Presence(before), Presence(after));
        return List("cors.allowOrigins", before.AllowOrigins, after.AllowOrigins)
            .List("cors.allowMethods", before.AllowMethods, after.AllowMethods)
            .List("cors.allowHeaders", before.AllowHeaders, after.AllowHeaders)
            .List("cors.exposeHeaders", before.ExposeHeaders, after.ExposeHeaders)
            .Field("cors.maxAge", before.MaxAge, after.MaxAge)
            .Field("cors.allowCredentials", before.AllowCredentials, after.AllowCredentials);
    }
}
