using Amazon.ApiGatewayV2.Model;

namespace DirectRoute.Local.Tests.DataPlane.Http;

/// <summary>An HTTP API with a stage that deploys by itself, built step by step and asked over HTTP.</summary>
internal sealed class DeployedHttpApi(LocalFixture local, string id, string stage)
{
    public string Id => id;

    public static async Task<DeployedHttpApi> NewAsync(LocalFixture local, string stage = "$default", Cors? cors = null)
    {
        var api = await local.Http.CreateApiAsync(new() { Name = "orders", ProtocolType = "HTTP", CorsConfiguration = cors });
        await local.Http.CreateStageAsync(new() { ApiId = api.ApiId, StageName = stage, AutoDeploy = true });
        return new DeployedHttpApi(local, api.ApiId!, stage);
    }

    public async Task<string> IntegrationAsync(CreateIntegrationRequest integration)
    {
        integration.ApiId = id;
        return (await local.Http.CreateIntegrationAsync(integration)).IntegrationId!;
    }

    public async Task RouteAsync(string key, CreateIntegrationRequest integration, CreateRouteRequest? settings = null)
    {
        settings ??= new();
        (settings.ApiId, settings.RouteKey, settings.Target) = (id, key, "integrations/" + await IntegrationAsync(integration));
        await local.Http.CreateRouteAsync(settings);
    }

    /// <summary>A route to an address; what it is called with says which route it was.</summary>
    public Task ProxyAsync(string key, Uri backend, string path) =>
        RouteAsync(key, new() { IntegrationType = "HTTP_PROXY", IntegrationMethod = "ANY", IntegrationUri = backend.ToString().TrimEnd('/') + path, PayloadFormatVersion = "1.0" });

    public Task<Got> GetAsync(string path) => SendAsync("GET", path);

    public Task<Got> SendAsync(string method, string path, params (string Name, string Value)[] headers) => SendAsync(method, path, null, headers);

    public async Task<Got> SendAsync(string method, string path, HttpContent? body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), At(path)) { Content = body };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await DeployedApi.SendAsync(request);
    }

    /// <summary>The address of a path of the stage.</summary>
    public Uri At(string path) => new(local.Address, stage == "$default" ? $"/{id}{path}" : $"/{id}/{stage}{path}");
}
