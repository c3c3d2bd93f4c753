using System.Text;
using DirectRoute.Local.Tests.DataPlane;

namespace DirectRoute.Local.Tests.Hostile;

/// <summary>Models that are made to take for ever.</summary>
public sealed class SchemaTests(HostileFixture gateway) : IClassFixture<HostileFixture>
{
    private const string ManyAs = "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"";

    [Theory]
    [InlineData("{\"$ref\": \"#\"}", "1")]
    [InlineData("{\"allOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}]}", "1")]
    [InlineData("{\"anyOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}], \"not\": {\"$ref\": \"#\"}}", "1")]
    [InlineData("{\"definitions\": {\"a\": {\"$ref\": \"#/definitions/b\"}, \"b\": {\"$ref\": \"#/definitions/a\"}}, \"$ref\": \"#/definitions/a\"}", "1")]
    [InlineData("{\"pattern\": \"^(a+)+$\"}", ManyAs)]
    [InlineData("{\"pattern\": \"^(?=(a+)+$)b\"}", ManyAs)]
    [InlineData("{\"pattern\": \"(a{100}){100}\"}", ManyAs)]
    [InlineData("{\"pattern\": \"(\"}", ManyAs)]
    [InlineData("{\"multipleOf\": 1e-999999999}", "1e999999999")]
    [InlineData("{\"multipleOf\": 0}", "1")]
    [InlineData("{\"maximum\": 1e999999999, \"minimum\": -1e999999999}", "123456789e999999999")]
    [InlineData("{\"maxLength\": 1e999999999, \"minItems\": -1}", "\"a\"")]
    public async Task Body_AgainstAHostileModel_IsAnsweredAndHoldsNobodyUp(string schema, string body)
    {
        var local = gateway.Local;
        var api = await DeployedApi.NewAsync(local);
        await local.Rest.CreateModelAsync(new() { RestApiId = api.Id, Name = "bomb", ContentType = "application/json", Schema = schema });
        var validator = await local.Rest.CreateRequestValidatorAsync(new() { RestApiId = api.Id, Name = "all", ValidateRequestBody = true });
        await api.MethodAsync(
            "POST", "/", new() { Type = "MOCK", RequestTemplates = new() { ["application/json"] = """{"statusCode": 200}""" } }, null,
            new() { RequestValidatorId = validator.Id, RequestModels = new() { ["application/json"] = "bomb" } });
        await api.DeployAsync();

        var call = api.PostAsync("/", new StringContent(body, Encoding.UTF8, "application/json"));
        await gateway.AssertWellAsync();

        Assert.Contains((await call).Status, new[] { 200, 400 });
        await gateway.AssertWellAsync();
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task Body_TenThousandDeep_IsRefused(string open, string close)
    {
        var local = gateway.Local;
        var api = await DeployedApi.NewAsync(local);
        await local.Rest.CreateModelAsync(new() { RestApiId = api.Id, Name = "tree", ContentType = "application/json", Schema = """{"items": {"$ref": "#"}, "properties": {"a": {"$ref": "#"}}}""" });
        var validator = await local.Rest.CreateRequestValidatorAsync(new() { RestApiId = api.Id, Name = "all", ValidateRequestBody = true });
        await api.MethodAsync(
            "POST", "/", new() { Type = "MOCK", RequestTemplates = new() { ["application/json"] = """{"statusCode": 200}""" } }, null,
            new() { RequestValidatorId = validator.Id, RequestModels = new() { ["application/json"] = "tree" } });
        await api.DeployAsync();
        var deep = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));

        Assert.Equal(400, (await api.PostAsync("/", new StringContent(deep, Encoding.UTF8, "application/json"))).Status);
        await gateway.AssertWellAsync();
    }
}
