using System.Text.Json.Nodes;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;

namespace DirectRoute.Comparison.ServiceProxy;

/// <summary>Creates the API of the plugin's methods, as CloudFormation does: part by part, through the control plane.</summary>
internal static class TheirApi
{
    /// <summary>The id of the new API, deployed to the stage <c>test</c>.</summary>
    public static async Task<string> CreateAsync(AmazonAPIGatewayClient client, IEnumerable<JsonNode> methods)
    {
        var id = (await client.CreateRestApiAsync(new() { Name = "theirs" })).Id!;
        foreach (var method in methods) await CreateAsync(client, id, method);
        await client.CreateDeploymentAsync(new() { RestApiId = id, StageName = "test" });
        return id;
    }

    private static async Task CreateAsync(AmazonAPIGatewayClient client, string id, JsonNode method)
    {
        var resource = await ResourceAsync(client, id, Text(method["ResourceId"])!);
        var name = Text(method["HttpMethod"])!;
        await client.PutMethodAsync(new() { RestApiId = id, ResourceId = resource, HttpMethod = name, AuthorizationType = "NONE", RequestParameters = Flags(method["RequestParameters"]) });
        foreach (var response in method["MethodResponses"]!.AsArray())
        {
            await client.PutMethodResponseAsync(new()
            {
                RestApiId = id,
                ResourceId = resource,
                HttpMethod = name,
                StatusCode = Text(response!["StatusCode"]),
                // CloudFormation would refuse a mapped header that no method response declares; the plugin leaves those of S3 to its user.
                ResponseParameters = Map(Of(method["Integration"]!, response["StatusCode"]!)?["ResponseParameters"])?.ToDictionary(p => p.Key, _ => false),
            });
        }
        await client.PutIntegrationAsync(Integration(id, resource, name, method["Integration"]!));
        foreach (var response in method["Integration"]!["IntegrationResponses"]!.AsArray().Where(r => Declared(method, r!)))
        {
            await client.PutIntegrationResponseAsync(new()
            {
                RestApiId = id,
                ResourceId = resource,
                HttpMethod = name,
                StatusCode = Text(response!["StatusCode"]),
                SelectionPattern = Text(response["SelectionPattern"]),
                ResponseParameters = Map(response["ResponseParameters"]),
                ResponseTemplates = Map(response["ResponseTemplates"]),
            });
        }
    }

    private static PutIntegrationRequest Integration(string id, string resource, string method, JsonNode integration) => new()
    {
        RestApiId = id,
        ResourceId = resource,
        HttpMethod = method,
        Type = Text(integration["Type"]),
        IntegrationHttpMethod = Text(integration["IntegrationHttpMethod"]),
        Uri = Text(integration["Uri"]),
        Credentials = Text(integration["Credentials"]),
        PassthroughBehavior = Text(integration["PassthroughBehavior"]),
        RequestParameters = Map(integration["RequestParameters"]),
        RequestTemplates = Map(integration["RequestTemplates"]),
    };

    private static async Task<string> ResourceAsync(AmazonAPIGatewayClient client, string id, string path)
    {
        var known = (await client.GetResourcesAsync(new() { RestApiId = id, Limit = 500 })).Items!;
        var (parent, at) = (known.Single(r => r.Path == "/").Id!, "");
        foreach (var part in path.Split('/'))
        {
            at += "/" + part;
            parent = known.FirstOrDefault(r => r.Path == at)?.Id ?? (await client.CreateResourceAsync(new() { RestApiId = id, ParentId = parent, PathPart = part })).Id!;
        }
        return parent;
    }

    private static bool Declared(JsonNode method, JsonNode response) => Of(method, response["StatusCode"]!, "MethodResponses") is not null;

    private static JsonNode? Of(JsonNode owner, JsonNode status, string list = "IntegrationResponses") =>
        owner[list]!.AsArray().FirstOrDefault(r => Text(r!["StatusCode"]) == Text(status));

    private static Dictionary<string, bool>? Flags(JsonNode? node) => node?.AsObject().ToDictionary(p => p.Key, p => p.Value!.GetValue<bool>());

    private static Dictionary<string, string>? Map(JsonNode? node) => node?.AsObject().ToDictionary(p => p.Key, p => Text(p.Value)!);

    /// <summary>CloudFormation makes text of numbers.</summary>
    private static string? Text(JsonNode? node) => node?.ToString();
}
