using Amazon.APIGateway.Model;

namespace DirectRoute.Local.Tests.DataPlane;

/// <summary>An API that is built step by step, deployed, and asked over HTTP.</summary>
internal sealed class DeployedApi(LocalFixture local, string id, string rootId)
{
    private static readonly HttpClient Http = new();

    public string Id => id;

    public static async Task<DeployedApi> NewAsync(LocalFixture local)
    {
        var api = await local.NewApiAsync();
        return new DeployedApi(local, api.Id!, api.RootResourceId!);
    }

    /// <summary>The id of the resource at a path, which is made when it is not there.</summary>
    public async Task<string> ResourceAsync(string path)
    {
        var known = await local.Rest.GetResourcesAsync(new() { RestApiId = id, Limit = 500 });
        var parent = rootId;
        var at = "";
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at += "/" + part;
            parent = known.Items!.FirstOrDefault(r => r.Path == at)?.Id
                ?? (await local.Rest.CreateResourceAsync(new() { RestApiId = id, ParentId = parent, PathPart = part })).Id!;
        }
        return parent;
    }

    /// <summary>A method with an integration that gives its answer as it is, with status 200.</summary>
    public async Task MethodAsync(string method, string path, PutIntegrationRequest integration, PutIntegrationResponseRequest? response = null, PutMethodRequest? settings = null)
    {
        var resource = await ResourceAsync(path);
        settings ??= new();
        (settings.RestApiId, settings.ResourceId, settings.HttpMethod) = (id, resource, method);
        settings.AuthorizationType ??= "NONE";
        await local.Rest.PutMethodAsync(settings);
        (integration.RestApiId, integration.ResourceId, integration.HttpMethod) = (id, resource, method);
        await local.Rest.PutIntegrationAsync(integration);
        if (integration.Type == "HTTP_PROXY") return;
        response ??= new();
        (response.RestApiId, response.ResourceId, response.HttpMethod, response.StatusCode) = (id, resource, method, "200");
        await local.Rest.PutMethodResponseAsync(new() { RestApiId = id, ResourceId = resource, HttpMethod = method, StatusCode = "200" });
        await local.Rest.PutIntegrationResponseAsync(response);
    }

    /// <summary>A MOCK that answers with a template's result.</summary>
    public Task MockAsync(string method, string path, string template) => MethodAsync(
        method, path,
        new() { Type = "MOCK", RequestTemplates = new() { ["application/json"] = """{"statusCode": 200}""" } },
        new() { ResponseTemplates = new() { ["application/json"] = template } });

    public async Task<string> DeployAsync(string stage = "test") =>
        (await local.Rest.CreateDeploymentAsync(new() { RestApiId = id, StageName = stage })).Id!;

    public async Task<Got> GetAsync(string path) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, At(path)));

    public async Task<Got> PostAsync(string path, HttpContent content) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Post, At(path)) { Content = content });

    public static async Task<Got> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase);
        return new Got((int)response.StatusCode, headers, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The address of a path of the stage <c>test</c>.</summary>
    public Uri At(string path) => new(local.Address, $"/{id}/test{path}");
}

/// <summary>What a client got.</summary>
internal sealed record Got(int Status, IReadOnlyDictionary<string, string> Headers, string Body);
