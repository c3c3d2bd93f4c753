using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Local.Publishing;

namespace DirectRoute.Local.Tests.Publishing;

/// <summary>Compiled APIs for tests.</summary>
internal static class Models
{
    /// <summary>A REST API whose paths answer a text each.</summary>
    public static PublishedApi Rest(string key, params (string Path, string Answer)[] routes) => new(key, new ApiModel
    {
        Protocol = ApiProtocol.REST,
        Region = "us-east-1",
        Name = key,
        EndpointType = EndpointType.REGIONAL,
        Tags = Map("team", "shop"),
        Routes = [.. routes.Select(r => Mock(r.Path, r.Answer))],
        Stages = [new StageModel { Name = "prod", Variables = Map("color", "blue") }],
    });

    /// <summary>An HTTP API with a route to a backend for each path.</summary>
    public static PublishedApi Http(string key, params string[] paths) => new(key, new ApiModel
    {
        Protocol = ApiProtocol.HTTP,
        Region = "us-east-1",
        Name = key,
        Routes = [.. paths.Select(p => new RouteModel
        {
            Method = RouteMethod.GET,
            Path = p,
            Integration = new() { Type = IntegrationType.HTTP_PROXY, HttpMethod = "GET", Uri = "http://localhost:1/", PayloadFormatVersion = "1.0", TimeoutInMillis = 1000 },
        })],
        Stages = [new StageModel { Name = "$default" }],
    });

    private static RouteModel Mock(string path, string answer) => new()
    {
        Method = RouteMethod.GET,
        Path = path,
        Integration = new()
        {
            Type = IntegrationType.MOCK,
            RequestTemplates = Map("application/json", """{"statusCode": 200}"""),
            TimeoutInMillis = 29_000,
            Responses = [new() { StatusCode = "200", ResponseTemplates = Map("application/json", answer) }],
        },
        Responses = [new() { StatusCode = "200" }],
    };

    private static ValueMap<string> Map(string key, string value) => new[] { KeyValuePair.Create(key, value) }.ToValueMap();
}
