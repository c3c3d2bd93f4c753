using System.Collections.Immutable;
using System.Net;
using System.Text;
using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Local.ControlPlane.Rest.UsagePlans;
using DirectRoute.Local.DataPlane;
using DirectRoute.Local.Lambda;
using DirectRoute.Local.Roles;
using DirectRoute.Local.Services;
using DirectRoute.Local.State;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DirectRoute.Local.Tests.DataPlane;

/// <summary>The stage <c>test</c> of a REST API with MOCK integrations, asked without a network and on a clock of one's own.</summary>
internal sealed class TestStage : IDisposable
{
    private const string ApiId = "a1b2c3d4e5";
    private readonly Backends backends;
    private readonly FunctionInvoker functions;
    private readonly DataPlaneService service;
    private readonly RegionState region;

    public TestStage(LocalOptions options, RestApi? api = null, params IReadOnlyList<RestResource> resources)
    {
        Accounts = new AccountStates(options);
        backends = new Backends(options);
        functions = new FunctionInvoker(options, backends);
        service = new DataPlaneService(Accounts, backends, functions, options);
        region = Accounts.Region(options.AccountId, "us-east-1");
        var content = new RestContent { Resources = resources.ToImmutableSortedDictionary(r => r.Id!, r => r, StringComparer.Ordinal) };
        api = (api ?? new()) with { Id = ApiId };
        region.RestApis = region.RestApis.SetItem(ApiId, new RestApiState(api, content)
        {
            Deployments = RestMaps<RestDeploymentState>.With(null, "d1", new(new() { Id = "d1" }, api, content)),
            Stages = RestMaps<RestStage>.With(null, "test", new() { StageName = "test", DeploymentId = "d1" }),
        });
    }

    /// <summary>Whose key is whose.</summary>
    public AccountStates Accounts { get; }

    /// <summary>Roles and what is known of them.</summary>
    public RoleServices Roles => backends.Roles;

    public UsageMeter Usage => region.Usage;

    /// <summary>A resource with a method that answers <c>{"path": ...}</c>, or what its template says.</summary>
    public static RestResource Resource(string path, string method = "GET", bool apiKeyRequired = false, string template = "{}", string authorizationType = "NONE") => new()
    {
        Id = $"r{path.GetHashCode(StringComparison.Ordinal):x8}",
        Path = path,
        ResourceMethods = RestMaps<RestMethod>.With(null, method, new()
        {
            HttpMethod = method,
            AuthorizationType = authorizationType,
            ApiKeyRequired = apiKeyRequired,
            MethodIntegration = new()
            {
                Type = "MOCK",
                RequestTemplates = RestMaps<string?>.With(null, "application/json", """{"statusCode": 200}"""),
                IntegrationResponses = RestMaps<RestIntegrationResponse>.With(
                    null, "200", new() { StatusCode = "200", ResponseTemplates = RestMaps<string?>.With(null, "application/json", template) }),
            },
        }),
    };

    /// <summary>Changes the stage's settings.</summary>
    public void Set(Func<RestStage, RestStage> change)
    {
        var state = region.RestApis[ApiId];
        region.RestApis = region.RestApis.SetItem(ApiId, state with { Stages = state.Stages.SetItem("test", change(state.Stages["test"])) });
    }

    public void Set(ApiKey key) => region.ApiKeys = region.ApiKeys.With(key);

    /// <summary>A plan with the stage and these keys, all of them in it for a year.</summary>
    public void Set(UsagePlan plan, DateTimeOffset now, params IEnumerable<string> keyIds)
    {
        plan = plan with { ApiStages = [(plan.ApiStages?[0] ?? new()) with { ApiId = ApiId, Stage = "test" }] };
        var keys = keyIds.ToImmutableSortedDictionary(k => k, _ => now.AddYears(-1), StringComparer.Ordinal);
        region.UsagePlans = region.UsagePlans.SetItem(plan.Id!, new UsagePlanState(plan) { Keys = keys });
    }

    public async Task<Got> SendAsync(string method, string path, params IEnumerable<(string Name, string Value)> headers)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Loopback;
        (http.Request.Method, http.Request.Protocol, http.Request.Host) = (method, "HTTP/1.1", new HostString("localhost"));
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = $"/{ApiId}/test{path}";
        foreach (var (name, value) in headers) http.Request.Headers.Append(name, value);
        using var body = new MemoryStream();
        http.Response.Body = body;
        await service.HandleAsync(http);
        return new Got(
            http.Response.StatusCode,
            http.Response.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Encoding.UTF8.GetString(body.ToArray()));
    }

    /// <summary>The statuses of so many requests one after the other.</summary>
    public async Task<List<int>> StatusesAsync(int requests, string path, params IReadOnlyList<(string Name, string Value)> headers)
    {
        List<int> statuses = [];
        for (var i = 0; i < requests; i++) statuses.Add((await SendAsync("GET", path, headers)).Status);
        return statuses;
    }

    public void Dispose()
    {
        service.Dispose();
        functions.Dispose();
        backends.Dispose();
    }
}
