using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Operator.Tests.Cloud;

/// <summary>What tests want in AWS.</summary>
internal static class Models
{
    public static ApiModel Rest(CloudFixture fixture, params RouteModel[] routes) => new()
    {
        Protocol = ApiProtocol.REST,
        Region = fixture.Account.Region,
        Name = "orders",
        Description = "Takes orders",
        EndpointType = EndpointType.REGIONAL,
        Tags = fixture.Owner.Tags.With("team", "shop"),
        Routes = routes.OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method).ToValueList(),
        Stages = [new() { Name = "prod", Variables = ValueMap.Of(("queue", "orders")) }, new() { Name = "test", Description = "For trying" }],
    };

    public static RouteModel SendMessage(CloudFixture fixture, string path = "/send-message", string body = "Action=SendMessage") => new()
    {
        Method = RouteMethod.POST,
        Path = path,
        Authorization = AuthorizationType.NONE,
        Integration = new()
        {
            Type = IntegrationType.AWS,
            Uri = $"arn:aws:apigateway:{fixture.Account.Region}:sqs:path/{fixture.Account.Id}/orders",
            HttpMethod = "POST",
            Credentials = $"arn:aws:iam::{fixture.Account.Id}:role/directroute-orders",
            RequestParameters = ValueMap.Of(("integration.request.header.Content-Type", "'application/x-www-form-urlencoded'")),
            RequestTemplates = ValueMap.Of(("application/json", $"{body}&MessageBody=$util.urlEncode($input.body)")),
            PassthroughBehavior = PassthroughBehavior.NEVER,
            TimeoutInMillis = 29_000,
            Responses =
            [
                new() { StatusCode = "200", ResponseTemplates = ValueMap.Of(("application/json", "{\"id\": 1}")) },
                new() { StatusCode = "502", SelectionPattern = "5\\d{2}", ResponseParameters = ValueMap.Of(("method.response.header.X-Error", "'backend'")), ResponseTemplates = ValueMap.Of(("application/json", "{}")) },
            ],
        },
        Responses = [new() { StatusCode = "200" }, new() { StatusCode = "502", ResponseParameters = ValueMap.Of(("method.response.header.X-Error", false)) }],
    };

    public static RouteModel GetItem(CloudFixture fixture, string path = "/users/{userId}") => new()
    {
        Method = RouteMethod.GET,
        Path = path,
        Authorization = AuthorizationType.AWS_IAM,
        RequestParameters = ValueMap.Of(("method.request.path.userId", true)),
        Integration = new()
        {
            Type = IntegrationType.AWS,
            Uri = $"arn:aws:apigateway:{fixture.Account.Region}:dynamodb:action/GetItem",
            HttpMethod = "POST",
            Credentials = $"arn:aws:iam::{fixture.Account.Id}:role/directroute-orders",
            RequestTemplates = ValueMap.Of(("application/json", "{\"TableName\": \"users\"}")),
            PassthroughBehavior = PassthroughBehavior.WHEN_NO_TEMPLATES,
            TimeoutInMillis = 5_000,
            Responses = [new() { StatusCode = "200" }],
        },
        Responses = [new() { StatusCode = "200" }],
    };

    public static ApiModel Http(CloudFixture fixture, params RouteModel[] routes) => new()
    {
        Protocol = ApiProtocol.HTTP,
        Region = fixture.Account.Region,
        Name = "orders",
        Description = "Takes orders",
        Tags = fixture.Owner.Tags,
        Routes = routes.OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method).ToValueList(),
        Stages = [new() { Name = "$default" }],
    };

    public static RouteModel HttpSendMessage(CloudFixture fixture, string path = "/send-message") => new()
    {
        Method = RouteMethod.POST,
        Path = path,
        Integration = new()
        {
            Type = IntegrationType.AWS_PROXY,
            Subtype = "SQS-SendMessage",
            Credentials = $"arn:aws:iam::{fixture.Account.Id}:role/directroute-orders",
            PayloadFormatVersion = "1.0",
            RequestParameters = ValueMap.Of(("QueueUrl", "https://sqs/orders"), ("MessageBody", "$request.body.message"), ("DelaySeconds", "5")),
            TimeoutInMillis = 30_000,
        },
    };

    public static RoleModel Role(CloudFixture fixture) => new()
    {
        Name = "directroute-orders",
        Path = "/directroute/",
        Description = "Of the API orders",
        MaxSessionDuration = 3600,
        Tags = fixture.Owner.Tags,
        TrustPolicy = new() { Statements = [new() { ServicePrincipal = "apigateway.amazonaws.com", Actions = ["sts:AssumeRole"] }] },
        InlinePolicies = ValueMap.Of((RoleModel.InlinePolicyName, Allow("sqs:SendMessage", $"arn:aws:sqs:us-east-1:{fixture.Account.Id}:orders"))),
    };

    public static PolicyModel Allow(string action, string resource) =>
        new() { Statements = [new() { Sid = "Routes", Effect = PolicyEffect.Allow, Actions = [action], Resources = [resource] }] };
}
