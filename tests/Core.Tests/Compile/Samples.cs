using System.Text.Json.Nodes;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.Compile;

/// <summary>Inputs to start tests from.</summary>
internal static class Samples
{
    public const string Queue = "arn:aws:sqs:us-east-1:123456789012:my-test-queue";
    public const string Table = "arn:aws:dynamodb:us-east-1:123456789012:table/my-test-table";

    public static readonly AccountFacts Account = new() { Name = "default", AccountId = "123456789012", Partition = "aws", Region = "us-east-1" };

    public static ApiInput Api(ApiProtocol protocol, params RouteInput[] routes) => new()
    {
        Owner = new Owner("test", "DirectApi", "shop", "orders"),
        Spec = new DirectApiSpec { Protocol = protocol },
        Account = Account,
        Routes = routes.ToValueList(),
    };

    public static RouteInput SendMessage(string parameters = """{"MessageBody": "$request.body.message"}""", string name = "send-message") =>
        Route(name, RouteMethod.POST, "/send-message", "sqs:SendMessage", Queue, parameters);

    public static RouteInput GetUser(string parameters = """{"Key": {"userId": {"S": "$request.path.userId"}}}""", string name = "get-user") =>
        Route(name, RouteMethod.GET, "/users/{userId}", "dynamodb:GetItem", Table, parameters);

    public static RouteInput Route(string name, RouteMethod method, string path, string action, string resource, string? parameters, int age = 0) => new()
    {
        Namespace = "shop",
        Name = name,
        Uid = name,
        CreationTimestamp = DateTimeOffset.UnixEpoch.AddDays(-age),
        Spec = new DirectRouteSpec
        {
            ApiRef = new ApiReference { Name = "orders" },
            Match = new RouteMatch { Method = method, Path = path },
            Target = new RouteTarget { Action = action, Resource = resource, Parameters = parameters is null ? null : JsonNode.Parse(parameters)!.AsObject() },
        },
    };
}
