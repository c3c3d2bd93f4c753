using System.Text.Json;
using DirectRoute.EndToEnd.Harness;

namespace DirectRoute.EndToEnd.Samples;

/// <summary>Reads by AWS's command line what a folder has become.</summary>
internal sealed class SampleReader(SampleWorld world)
{
    private Scenario Scenario => world.Scenario;

    /// <summary>What AWS has of a folder: each route with what it calls, and what each role allows.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string folder)
    {
        var lines = new List<string>();
        var roles = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var manifest in world.Manifests(folder).Where(m => SampleWorld.ValueOf(m, "kind: ") != "DirectRoute"))
        {
            var entity = await Scenario.GetAsync($"{SampleWorld.ValueOf(manifest, "kind: ")}/{SampleWorld.ValueOf(manifest, "  name: ")}");
            if (Scenario.StatusOf(entity, "apiId") is { } id) lines.AddRange(SampleWorld.ValueOf(manifest, "  protocol: ") == "REST" ? await RestAsync(id) : await HttpAsync(id));
            if ((Scenario.StatusOf(entity, "roleArn") ?? Scenario.StatusOf(entity, "arn")) is { } role) roles.Add(role.Split('/')[^1]);
        }
        foreach (var role in roles) lines.AddRange((await Scenario.GrantsAsync(role)).Select(g => $"allows {g}"));
        return [.. lines.Select(world.AsPublished)];
    }

    private async Task<IEnumerable<string>> RestAsync(string id)
    {
        var resources = await Scenario.Aws.QueryAsync("apigateway", "get-resources", "--rest-api-id", id, "--embed", "methods");
        return resources.GetProperty("items").EnumerateArray().Where(r => r.TryGetProperty("resourceMethods", out _))
            .SelectMany(r => r.GetProperty("resourceMethods").EnumerateObject(), (r, m) => (Path: r.GetProperty("path").GetString(), Method: m))
            .Select(m => $"REST {m.Method.Name} {m.Path}, {Text(m.Method.Value, "authorizationType")}: {Integration(m.Method.Value.GetProperty("methodIntegration"))}")
            .Order(StringComparer.Ordinal);
    }

    private async Task<IEnumerable<string>> HttpAsync(string id)
    {
        var routes = await Scenario.Aws.QueryAsync("apigatewayv2", "get-routes", "--api-id", id);
        var integrations = (await Scenario.Aws.QueryAsync("apigatewayv2", "get-integrations", "--api-id", id)).GetProperty("Items").EnumerateArray()
            .ToDictionary(i => $"integrations/{Text(i, "IntegrationId")}", i => $"{Text(i, "IntegrationType")} {Text(i, "IntegrationSubtype")}{Text(i, "IntegrationUri")}");
        return routes.GetProperty("Items").EnumerateArray()
            .Select(r => $"HTTP {Text(r, "RouteKey")}, {Text(r, "AuthorizationType")}: {integrations[Text(r, "Target")]}").Order(StringComparer.Ordinal);
    }

    private static string Integration(JsonElement integration) => $"{Text(integration, "type")} {Text(integration, "httpMethod")} {Text(integration, "uri")}".TrimEnd();

    private static string Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
