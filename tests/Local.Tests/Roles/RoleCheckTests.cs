using System.Text;
using Amazon.APIGateway.Model;
using DirectRoute.Local.Tests.DataPlane;

namespace DirectRoute.Local.Tests.Roles;

/// <summary>What clients of a deployed API see of its roles.</summary>
public sealed class RoleCheckTests : IAsyncLifetime
{
    private const string Table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
    private FakeIam iam = null!;
    private LocalFixture local = null!;

    public async Task InitializeAsync()
    {
        iam = await FakeIam.StartAsync();
        local = new LocalFixture(new LocalOptions { Port = 0, Endpoint = ServiceEndpoint.At(iam.Backend.Address) });
        await local.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await local.DisposeAsync();
        await iam.DisposeAsync();
    }

    private async Task<Got> PostAsync()
    {
        var api = await DeployedApi.NewAsync(local);
        await api.MethodAsync("POST", "/orders", new PutIntegrationRequest
        {
            Type = "AWS",
            IntegrationHttpMethod = "POST",
            Uri = "arn:aws:apigateway:us-east-1:dynamodb:action/PutItem",
            Credentials = "arn:aws:iam::123456789012:role/orders",
            RequestTemplates = new() { ["application/json"] = """{"TableName": "orders", "Item": $input.body}""" },
        });
        await api.DeployAsync();
        return await api.PostAsync("/orders", new StringContent("{}", Encoding.UTF8, "application/json"));
    }

    [Fact]
    public async Task Call_RoleAllowsIt_ReachesTheService()
    {
        iam.Allow("orders", "dynamodb:PutItem", Table);
        iam.Backend.SessionKey = "ASIA123456789012";

        Assert.Equal(200, (await PostAsync()).Status);
        var call = Assert.Single(iam.Calls);
        Assert.Contains("Credential=ASIA123456789012/", call.Headers["Authorization"], StringComparison.Ordinal);
    }

    /// <summary>The service's refusal is an answer like any other: the integration response without a pattern takes it.</summary>
    [Fact]
    public async Task Call_RoleDoesNotAllowIt_IsMappedAsTheServicesAnswer()
    {
        iam.Allow("orders", "dynamodb:PutItem", Table + "-other");

        var got = await PostAsync();

        Assert.Equal(200, got.Status);
        Assert.Contains($"is not authorized to perform: dynamodb:PutItem on resource: {Table} because no identity-based policy allows", got.Body, StringComparison.Ordinal);
        Assert.Empty(iam.Calls);
    }

    [Fact]
    public async Task Call_NoSuchRole_IsAnInternalServerError()
    {
        var got = await PostAsync();

        Assert.Equal((500, """{"message":"Internal server error"}"""), (got.Status, got.Body.Replace(": ", ":", StringComparison.Ordinal)));
        Assert.Empty(iam.Calls);
    }
}
