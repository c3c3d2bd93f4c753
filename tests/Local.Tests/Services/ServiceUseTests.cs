using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Local.Lambda;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.Tests.Services;

public sealed class ServiceUseTests
{
    private const string Function = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:orders/invocations";

    [Theory]
    [InlineData(IntegrationType.MOCK, null, null, null, false)]
    [InlineData(IntegrationType.HTTP_PROXY, "http://localhost:1/", null, null, false)]
    [InlineData(IntegrationType.AWS, "arn:aws:apigateway:us-east-1:sqs:path/123456789012/orders", null, "*", true)]
    [InlineData(IntegrationType.AWS_PROXY, null, "SQS-SendMessage", "*", true)]
    [InlineData(IntegrationType.AWS_PROXY, Function, null, null, true)]
    [InlineData(IntegrationType.AWS_PROXY, Function, null, "others", true)]
    [InlineData(IntegrationType.AWS_PROXY, Function, null, "orders", false)]
    [InlineData(IntegrationType.AWS, Function, null, "orders", false)]
    public void IsIn_Route_IsWhetherItsIntegrationCallsAService(IntegrationType type, string? uri, string? subtype, string? target, bool expected)
    {
        var api = Api() with { Routes = [new RouteModel { Method = RouteMethod.GET, Path = "/", Integration = new IntegrationModel { Type = type, Uri = uri, Subtype = subtype, TimeoutInMillis = 29_000 } }] };

        Assert.Equal(expected, ServiceUse.IsIn(api, Options(target)));
    }

    [Theory]
    [InlineData(Function, null, true)]
    [InlineData(Function, "orders", false)]
    [InlineData(null, null, false)]
    public void IsIn_Authorizer_IsWhetherItsFunctionIsTheServices(string? uri, string? target, bool expected) =>
        Assert.Equal(expected, ServiceUse.IsIn(Api() with { Authorizers = [new AuthorizerModel { Name = "asks", Type = AuthorizerType.REQUEST, Uri = uri }] }, Options(target)));

    private static LocalOptions Options(string? function) => new() { LambdaTargets = function is null ? [] : [new LambdaTarget(function, new FunctionHost.Command("true", []))] };

    private static ApiModel Api() => new() { Name = "api", Protocol = ApiProtocol.REST, Region = "us-east-1" };
}
