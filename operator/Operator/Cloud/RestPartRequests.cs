using System.Globalization;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;

namespace DirectRoute.Operator.Cloud;

/// <summary>The requests about what methods of a REST API name: authorizers, models, request validators; and about gateway responses.</summary>
internal static class RestPartRequests
{
    private const char SourceSeparator = ',';

    public static CreateRequestValidatorRequest Create(RestCall.CreateRequestValidator call, ApiState state) => new()
    {
        RestApiId = state.ApiId,
        Name = call.Validator.Name,
        ValidateRequestBody = call.Validator.ValidateRequestBody,
        ValidateRequestParameters = call.Validator.ValidateRequestParameters,
    };

    public static UpdateRequestValidatorRequest Update(RestCall.UpdateRequestValidator call, ApiState state) => new()
    {
        RestApiId = state.ApiId,
        RequestValidatorId = state.RequestValidatorId(call.Validator.Name),
        PatchOperations =
        [
            Replace("/validateRequestBody", Text(call.Validator.ValidateRequestBody)),
            Replace("/validateRequestParameters", Text(call.Validator.ValidateRequestParameters)),
        ],
    };

    public static CreateModelRequest Create(RestCall.CreateModel call, ApiState state) => new()
    {
        RestApiId = state.ApiId,
        Name = call.Model.Name,
        Description = call.Model.Description,
        ContentType = call.Model.ContentType,
        Schema = SchemaReferences.WithAddresses(call.Model.Schema, state.ApiId),
    };

    public static UpdateModelRequest Update(RestCall.UpdateModel call, ApiState state) => new()
    {
        RestApiId = state.ApiId,
        ModelName = call.Model.Name,
        PatchOperations =
        [
            Replace("/description", call.Model.Description ?? ""),
            Replace("/schema", SchemaReferences.WithAddresses(call.Model.Schema, state.ApiId)),
        ],
    };

    public static PutGatewayResponseRequest Put(RestCall.PutGatewayResponse call, ApiState state) => new()
    {
        RestApiId = state.ApiId,
        ResponseType = call.Response.ResponseType,
        StatusCode = call.Response.StatusCode,
        ResponseParameters = call.Response.ResponseParameters.Count == 0 ? null : call.Response.ResponseParameters.ToDictionary(),
        ResponseTemplates = call.Response.ResponseTemplates.Count == 0 ? null : call.Response.ResponseTemplates.ToDictionary(),
    };

    public static CreateAuthorizerRequest Create(RestCall.CreateAuthorizer call, ApiState state) => new()
    {
        RestApiId = state.ApiId,
        Name = call.Authorizer.Name,
        Type = call.Authorizer.Type.ToString(),
        AuthorizerUri = call.Authorizer.Uri,
        AuthorizerCredentials = call.Authorizer.Credentials,
        IdentitySource = Sources(call.Authorizer),
        IdentityValidationExpression = call.Authorizer.IdentityValidationExpression,
        AuthorizerResultTtlInSeconds = call.Authorizer.ResultTtlInSeconds,
        ProviderARNs = call.Authorizer.ProviderArns.Count == 0 ? null : [.. call.Authorizer.ProviderArns],
    };

    public static UpdateAuthorizerRequest Update(RestCall.UpdateAuthorizer call, ApiState state) => new()
    {
        RestApiId = state.ApiId,
        AuthorizerId = state.AuthorizerId(call.Name),
        PatchOperations = Patch(Normal(state.Authorizer(call.Name)), Normal(call.Authorizer), call.Authorizer),
    };

    /// <summary>Only what differs: AWS refuses fields that an authorizer of this type does not have.</summary>
    private static List<PatchOperation> Patch(AuthorizerModel before, AuthorizerModel after, AuthorizerModel declared)
    {
        var patch = new List<PatchOperation>();
        if (before.Name != after.Name) patch.Add(Replace("/name", after.Name));
        if (before.Uri != after.Uri) patch.Add(Replace("/authorizerUri", declared.Uri ?? ""));
        if (before.Credentials != after.Credentials) patch.Add(Replace("/authorizerCredentials", declared.Credentials ?? ""));
        if (before.IdentitySources != after.IdentitySources) patch.Add(Replace("/identitySource", Sources(declared) ?? ""));
        if (before.IdentityValidationExpression != after.IdentityValidationExpression) patch.Add(Replace("/identityValidationExpression", declared.IdentityValidationExpression ?? ""));
        if (before.ResultTtlInSeconds != after.ResultTtlInSeconds) patch.Add(Replace("/authorizerResultTtlInSeconds", string.Create(CultureInfo.InvariantCulture, $"{after.ResultTtlInSeconds}")));
        // Added first: an authorizer is never without a pool.
        patch.AddRange(after.ProviderArns.Except(before.ProviderArns, StringComparer.Ordinal).Select(a => new PatchOperation { Op = Op.Add, Path = "/providerARNs", Value = a }));
        patch.AddRange(before.ProviderArns.Except(after.ProviderArns, StringComparer.Ordinal).Select(a => new PatchOperation { Op = Op.Remove, Path = "/providerARNs", Value = a }));
        return patch;
    }

    private static AuthorizerModel Normal(AuthorizerModel authorizer) => Equivalence.Normalize(authorizer, ApiProtocol.REST);

    private static string? Sources(AuthorizerModel authorizer) => authorizer.IdentitySources.Count == 0 ? null : string.Join(SourceSeparator, authorizer.IdentitySources);

    private static string Text(bool flag) => flag ? "true" : "false";

    private static PatchOperation Replace(string path, string value) => new() { Op = Op.Replace, Path = path, Value = value };
}
