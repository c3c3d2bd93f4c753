using Amazon.APIGateway.Model;

namespace DirectRoute.Local.Tests.ControlPlane.Rest;

/// <summary>Models, request validators, authorizers and gateway responses, as recorded on AWS.</summary>
public sealed class PartTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    [Fact]
    public async Task GetModels_NewApi_HasAwssTwo()
    {
        var api = await local.NewApiAsync();

        var models = (await local.Rest.GetModelsAsync(new() { RestApiId = api.Id })).Items!;

        Assert.Equal(["This is a default empty schema model", "This is a default error schema model"], models.Select(m => m.Description));
    }

    [Fact]
    public async Task DeleteModel_UsedByAMethod_NamesIt()
    {
        var api = await local.NewApiAsync();
        await local.Rest.PutMethodAsync(new()
        {
            RestApiId = api.Id,
            ResourceId = api.RootResourceId,
            HttpMethod = "ANY",
            AuthorizationType = "NONE",
            RequestModels = new() { ["application/json"] = "Empty" },
        });

        var e = await Assert.ThrowsAsync<ConflictException>(() => local.Rest.DeleteModelAsync(new() { RestApiId = api.Id, ModelName = "Empty" }));

        Assert.Equal("Cannot delete model 'Empty', is referenced in method request: //ANY", e.Message);
    }

    [Theory]
    [InlineData("add", "/wrong-path", "x", "Invalid patch path  '/wrong-path' specified for op 'add'. Please choose supported operations")]
    [InlineData("replace", "/name", "x", "Invalid patch path  '/name' specified for op 'replace'. Must be one of: [/description, /schema]")]
    [InlineData("replace", "/schema", "", "Model schema must have at least 1 property or array items defined")]
    public async Task UpdateModel_Mistake_IsRefusedInAwssWords(string op, string path, string value, string expected)
    {
        var api = await local.NewApiAsync();

        var e = await Assert.ThrowsAsync<BadRequestException>(() => local.Rest.UpdateModelAsync(new()
        {
            RestApiId = api.Id,
            ModelName = "Empty",
            PatchOperations = [new() { Op = op, Path = path, Value = value }],
        }));

        Assert.Equal(expected, e.Message);
    }

    [Theory]
    [InlineData("add", "/validateRequestBody", "true", "Invalid patch path  '/validateRequestBody' specified for op 'add'. Please choose supported operations")]
    [InlineData("replace", "/invalidPath", "x", "Invalid patch path  '/invalidPath' specified for op 'replace'. Must be one of: [/name, /validateRequestParameters, /validateRequestBody]")]
    [InlineData("replace", "/name", "", "Request Validator name cannot be blank")]
    public async Task UpdateRequestValidator_Mistake_IsRefusedInAwssWords(string op, string path, string value, string expected)
    {
        var api = await local.NewApiAsync();
        var validator = await local.Rest.CreateRequestValidatorAsync(new() { RestApiId = api.Id, Name = "v" });

        var e = await Assert.ThrowsAsync<BadRequestException>(() => local.Rest.UpdateRequestValidatorAsync(new()
        {
            RestApiId = api.Id,
            RequestValidatorId = validator.Id,
            PatchOperations = [new() { Op = op, Path = path, Value = value }],
        }));

        Assert.Equal(expected, e.Message);
    }

    [Fact]
    public async Task CreateParts_WrongApi_AreEachToldInTheirOwnWay()
    {
        var validator = await Assert.ThrowsAsync<BadRequestException>(() => local.Rest.CreateRequestValidatorAsync(new() { RestApiId = "nothing", Name = "v" }));
        var authorizer = await Assert.ThrowsAsync<ConflictException>(() => local.Rest.CreateAuthorizerAsync(new() { RestApiId = "nothing", Name = "a", Type = "TOKEN" }));

        Assert.Equal("Invalid REST API identifier specified", validator.Message);
        Assert.Equal("Unable to complete operation due to concurrent modification. Please try again later.", authorizer.Message);
    }

    [Fact]
    public async Task PutMethod_NamesWhatIsNotThere_IsRefused()
    {
        var api = await local.NewApiAsync();
        var request = new PutMethodRequest { RestApiId = api.Id, ResourceId = api.RootResourceId, HttpMethod = "GET", AuthorizationType = "CUSTOM" };

        Assert.Equal(
            "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.", await MessageAsync(request));
        (request.AuthorizationType, request.RequestValidatorId) = ("NONE", "nothing");
        Assert.Equal("Invalid Request Validator identifier specified", await MessageAsync(request));
        (request.RequestValidatorId, request.RequestModels) = (null, new() { ["application/json"] = "petModel" });
        Assert.Equal("Invalid model identifier specified: petModel", await MessageAsync(request));
    }

    [Fact]
    public async Task UpdateAuthorizer_UriAndTtl_AreShown()
    {
        var api = await local.NewApiAsync();
        var made = await local.Rest.CreateAuthorizerAsync(new()
        {
            RestApiId = api.Id,
            Name = "a",
            Type = "TOKEN",
            IdentitySource = "method.request.header.Authorization",
            AuthorizerUri = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/f/invocations",
        });

        var after = await local.Rest.UpdateAuthorizerAsync(new()
        {
            RestApiId = api.Id,
            AuthorizerId = made.Id,
            PatchOperations = [new() { Op = "replace", Path = "/authorizerResultTtlInSeconds", Value = "60" }],
        });

        Assert.Equal(("custom", 300, 60), (made.AuthType, made.AuthorizerResultTtlInSeconds, after.AuthorizerResultTtlInSeconds));
    }

    [Fact]
    public async Task GetGatewayResponses_NewApi_HasTwentyOneDefaults()
    {
        var api = await local.NewApiAsync();

        var responses = (await local.Rest.GetGatewayResponsesAsync(new() { RestApiId = api.Id })).Items!;

        Assert.Equal(21, responses.Count);
        Assert.All(responses, r => Assert.True(r.DefaultResponse));
        Assert.Null(responses.Single(r => r.ResponseType == "DEFAULT_4XX").StatusCode);
        Assert.Equal("""{"message":$context.error.messageString}""", responses[0].ResponseTemplates!["application/json"]);
    }

    [Fact]
    public async Task PutGatewayResponse_DefaultOfAClass_ShowsInTheClass()
    {
        var api = await local.NewApiAsync();
        await local.Rest.PutGatewayResponseAsync(new() { RestApiId = api.Id, ResponseType = "DEFAULT_5XX", StatusCode = "599" });
        await local.Rest.PutGatewayResponseAsync(new() { RestApiId = api.Id, ResponseType = "AUTHORIZER_FAILURE" });

        var responses = (await local.Rest.GetGatewayResponsesAsync(new() { RestApiId = api.Id })).Items!.ToDictionary(r => r.ResponseType!.Value);

        Assert.Equal(("599", true), (responses["INTEGRATION_FAILURE"].StatusCode, responses["INTEGRATION_FAILURE"].DefaultResponse!.Value));
        Assert.Equal(("500", false), (responses["AUTHORIZER_FAILURE"].StatusCode, responses["AUTHORIZER_FAILURE"].DefaultResponse!.Value));
        Assert.Equal("403", responses["ACCESS_DENIED"].StatusCode);
    }

    [Fact]
    public async Task UpdateGatewayResponse_OfADefault_IsTheApisOwn()
    {
        var api = await local.NewApiAsync();

        var (_, response) = await local.SendAsync(
            "PATCH", $"/restapis/{api.Id}/gatewayresponses/THROTTLED", """{"patchOperations":[{"op":"replace","path":"/statusCode","value":"430"}]}""");

        Assert.Equal(("430", false), (response["statusCode"]!.GetValue<string>(), response["defaultResponse"]!.GetValue<bool>()));
    }

    private async Task<string> MessageAsync(PutMethodRequest request) => (await Assert.ThrowsAsync<BadRequestException>(() => local.Rest.PutMethodAsync(request))).Message;
}
