using System.Text;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.OpenApi;

namespace DirectRoute.Core.Tests.OpenApi;

/// <summary>What an import was recorded to do on AWS, restated with documents of our own.</summary>
public sealed class RecordedImportTests
{
    private const string Mock = "\"x-amazon-apigateway-integration\": {\"type\": \"mock\"}";

    [Fact]
    public void Read_Title_BecomesTheName() => Assert.Equal("Pet store", Read("\"paths\": {}").Name);

    [Fact]
    public void Read_BinaryMediaTypes_AreThoseOfTheDocumentAlone() =>
        Assert.Equal(["image/jpg", "image/png"], Read("\"paths\": {}, \"x-amazon-apigateway-binary-media-types\": [\"image/png\", \"image/jpg\"]").BinaryMediaTypes);

    [Fact]
    public void Read_DefaultResponseOfAnIntegration_IsA200WithoutPattern()
    {
        var response = Assert.Single(Route("""
            "get": {"responses": {}, "x-amazon-apigateway-integration": {"type": "mock", "responses": {"default": {}}}}
            """).Integration.Responses);

        Assert.Equal(new IntegrationResponseModel { StatusCode = "200" }, response);
    }

    [Fact]
    public void Read_MethodOfAMock_IsDropped() =>
        Assert.Null(Route("""
            "options": {"responses": {}, "x-amazon-apigateway-integration": {"type": "mock", "httpMethod": "POST"}}
            """).Integration.HttpMethod);

    [Fact]
    public void Read_NoTimeout_Is29Seconds() => Assert.Equal(29_000, Route($"\"get\": {{\"responses\": {{}}, {Mock}}}").Integration.TimeoutInMillis);

    [Fact]
    public void Read_PayloadFormatVersionOnRest_IsTakenAndMeansNothing() =>
        Assert.Null(Route("""
            "get": {"responses": {}, "x-amazon-apigateway-integration": {"type": "HTTP_PROXY", "httpMethod": "GET", "uri": "http://example.com", "payloadFormatVersion": 1.0}}
            """).Integration.PayloadFormatVersion);

    [Fact]
    public void Read_FunctionWithContentHandling_KeepsEveryField()
    {
        var route = Route("""
            "get": {"operationId": "GetRoot", "responses": {}, "x-amazon-apigateway-integration": {
                "type": "aws", "httpMethod": "POST", "uri": "arn:f", "responses": {"default": {"statusCode": "200"}},
                "requestParameters": {"integration.request.header.X-Amz-Invocation-Type": "'Event'"},
                "requestTemplates": {"application/json": "#set($all = $input.params())"},
                "passthroughBehavior": "when_no_templates", "contentHandling": "CONVERT_TO_TEXT"}}
            """);

        Assert.Equal("GetRoot", route.OperationName);
        Assert.Equal(PassthroughBehavior.WHEN_NO_TEMPLATES, route.Integration.PassthroughBehavior);
        Assert.Equal(ContentHandling.CONVERT_TO_TEXT, route.Integration.ContentHandling);
        Assert.Equal("POST", route.Integration.HttpMethod);
        Assert.Equal("'Event'", route.Integration.RequestParameters["integration.request.header.X-Amz-Invocation-Type"]);
    }

    [Fact]
    public void Read_ModelsThatReferToEachOther_AreTakenUp_AndNoOthers()
    {
        var models = Read("""
            "paths": {}, "components": {"schemas": {
                "Person": {"type": "object", "description": "A person", "properties": {"house": {"$ref": "#/components/schemas/House"}}},
                "House": {"type": "object", "properties": {"people": {"type": "array", "items": {"$ref": "#/components/schemas/Person"}}}}}}
            """).Models;

        Assert.Equal([("House", null), ("Person", "A person")], models.Select(m => (m.Name, m.Description)));
        Assert.Contains("\"description\":\"A person\"", models[1].Schema, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ReferencesByAddress_AreTheModels()
    {
        var api = Read("""
            "paths": {"/": {"get": {"responses": {"200": {"description": "", "content": {"application/json": {"schema": {
                "$ref": "https://apigateway.amazonaws.com/restapis/abc/models/Pet"}}}}}, "x-amazon-apigateway-integration": {"type": "mock"}}}},
            "components": {"schemas": {"Pet": {"properties": {"parent": {"$ref": "https://apigateway.amazonaws.com/restapis/abc/models/Pet"}}}}}
            """);

        Assert.Equal("Pet", api.Routes[0].Responses[0].ResponseModels["application/json"]);
        Assert.Equal("""{"properties":{"parent":{"$ref":"#/components/schemas/Pet"}}}""", Assert.Single(api.Models).Schema);
    }

    [Fact]
    public void Read_HeaderOfAResponse_IsOptional() =>
        Assert.False(Assert.Single(Route("""
            "get": {"responses": {"200": {"description": "", "headers": {"X-A": {"schema": {"type": "string"}}}}}, "x-amazon-apigateway-integration": {"type": "mock"}}
            """).Responses).ResponseParameters["method.response.header.X-A"]);

    [Fact]
    public void Read_OperationWithoutSecurity_HasTheDocuments()
    {
        var api = Read($$"""
            "paths": {"/a": {"get": {"responses": {}, {{Mock}}}, "put": {"security": [{"pool": []}], "responses": {}, {{Mock}}},
                             "x-amazon-apigateway-any-method": {"security": [], "responses": {}, {{Mock}}} } },
            "security": [{"pool": ["email"]}],
            "components": {"securitySchemes": {"pool": {"type": "apiKey", "name": "X-Proof", "in": "header", "x-amazon-apigateway-authtype": "cognito_user_pools",
                "x-amazon-apigateway-authorizer": {"type": "cognito_user_pools", "providerARNs": ["arn:pool"]} } } }
            """);

        Assert.Equal([AuthorizationType.NONE, AuthorizationType.COGNITO_USER_POOLS, AuthorizationType.COGNITO_USER_POOLS], api.Routes.Select(r => r.Authorization));
        Assert.Equal([0, 1, 0], api.Routes.Select(r => r.AuthorizationScopes.Count));
        Assert.Equal(["method.request.header.X-Proof"], Assert.Single(api.Authorizers).IdentitySources);
    }

    /// <summary>The scheme's name is that of API keys, but the authorizer decides.</summary>
    [Fact]
    public void Read_AuthorizerUnderTheNameOfApiKeys_DemandsNoKey()
    {
        var api = Read($$"""
            "paths": {"/a": {"get": {"responses": {}, {{Mock}}} } }, "security": [{"gate": []}], "x-amazon-apigateway-api-key-source": "AUTHORIZER",
            "components": {"securitySchemes": {"gate": {"type": "apiKey", "name": "X-Api-Key", "in": "header", "x-amazon-apigateway-authtype": "custom",
                "x-amazon-apigateway-authorizer": {"type": "request", "authorizerUri": "u", "identitySource": "method.request.header.Custom", "authorizerResultTtlInSeconds": 300} } } }
            """);

        Assert.False(api.Routes[0].ApiKeyRequired);
        Assert.Equal(AuthorizationType.CUSTOM, api.Routes[0].Authorization);
        Assert.Equal(ApiKeySource.AUTHORIZER, api.ApiKeySource);
        Assert.Equal(["method.request.header.Custom"], api.Authorizers[0].IdentitySources);
    }

    [Fact]
    public void Read_ServerWithABasePath_LeavesThePathsAlone() =>
        Assert.Equal("/test", Assert.Single(Read($$"""
            "servers": [{"url": "https://example.com/base/part/"}], "paths": {"/test": {"get": {"responses": {}, {{Mock}}} } }
            """).Routes).Path);

    private static RouteModel Route(string operation) => Assert.Single(Read($"\"paths\": {{\"/\": {{{operation}}} }}").Routes);

    private static ApiModel Read(string rest)
    {
        var json = $"{{\"openapi\": \"3.0.2\", \"info\": {{\"title\": \"Pet store\", \"version\": \"1.0\"}}, {rest}}}";
        var reading = OpenApiReader.Read(Encoding.UTF8.GetBytes(json), ApiProtocol.REST, new OutsideDocument { Region = "us-east-1" });
        Assert.Empty(reading.Diagnostics);
        return reading.Api!;
    }
}
