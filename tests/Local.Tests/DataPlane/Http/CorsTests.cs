using Amazon.ApiGatewayV2.Model;
using DirectRoute.Local.Tests.Services;

namespace DirectRoute.Local.Tests.DataPlane.Http;

public sealed class CorsTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    private static readonly (string, string) Origin = ("Origin", "https://a.example.com");
    private static readonly (string, string) Preflight = ("Access-Control-Request-Method", "POST");

    [Fact]
    public async Task Preflight_WithoutARoute_IsAnsweredWithTheSettings()
    {
        var api = await DeployedHttpApi.NewAsync(local, cors: NewCors());

        var got = await api.SendAsync("OPTIONS", "/nowhere", Origin, Preflight);

        Assert.Equal((204, ""), (got.Status, got.Body));
        Assert.Equal(
            ("https://a.example.com", "GET,POST", "authorization,x-a", "300", "true"),
            (got.Headers["Access-Control-Allow-Origin"], got.Headers["Access-Control-Allow-Methods"], got.Headers["Access-Control-Allow-Headers"],
                got.Headers["Access-Control-Max-Age"], got.Headers["Access-Control-Allow-Credentials"]));
    }

    [Fact]
    public async Task Preflight_RouteThatServesOptions_DoesNotReachTheBackend()
    {
        await using var backend = await FakeBackend.StartAsync(_ => Task.CompletedTask);
        var api = await DeployedHttpApi.NewAsync(local, cors: NewCors());
        await api.ProxyAsync("$default", backend.Address, "/");

        var preflight = await api.SendAsync("OPTIONS", "/", Origin, Preflight);
        var plain = await api.SendAsync("OPTIONS", "/", Origin);

        Assert.Equal((204, 200), (preflight.Status, plain.Status));
        Assert.Single(backend.Requests);
    }

    /// <summary>AWS's reference: a <c>$default</c> route with an authorizer asks it for preflights too; an open OPTIONS route is what helps.</summary>
    [Fact]
    public async Task Preflight_RouteWithAnAuthorizer_AsksIt()
    {
        await using var backend = await FakeBackend.StartAsync(_ => Task.CompletedTask);
        var api = await DeployedHttpApi.NewAsync(local, cors: NewCors());
        await api.RouteAsync(
            "$default", new() { IntegrationType = "HTTP_PROXY", IntegrationMethod = "GET", IntegrationUri = backend.Address.ToString(), PayloadFormatVersion = "1.0" },
            new() { AuthorizationType = "AWS_IAM" });

        var guarded = await api.SendAsync("OPTIONS", "/", Origin, Preflight);
        await api.ProxyAsync("OPTIONS /{proxy+}", backend.Address, "/");
        var open = await api.SendAsync("OPTIONS", "/a", Origin, Preflight);

        Assert.NotEqual(204, guarded.Status);
        Assert.Equal(204, open.Status);
    }

    [Fact]
    public async Task Preflight_OriginThatIsNotAllowed_GetsNoHeaders()
    {
        var api = await DeployedHttpApi.NewAsync(local, cors: NewCors());

        var got = await api.SendAsync("OPTIONS", "/", ("Origin", "https://evil.example.com"), Preflight);

        Assert.Equal(204, got.Status);
        Assert.DoesNotContain(got.Headers.Keys, h => h.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Answer_OfABackend_HasTheSettingsAndNotTheBackendsOwn()
    {
        await using var backend = await FakeBackend.StartAsync(http =>
        {
            http.Response.Headers["Access-Control-Allow-Origin"] = "*";
            http.Response.Headers["Access-Control-Allow-Methods"] = "PATCH";
            return Task.CompletedTask;
        });
        var api = await DeployedHttpApi.NewAsync(local, cors: NewCors());
        await api.ProxyAsync("GET /", backend.Address, "/");

        var (foreign, same) = (await api.SendAsync("GET", "/", Origin), await api.GetAsync("/"));

        Assert.Equal(("https://a.example.com", "date,x-b"), (foreign.Headers["Access-Control-Allow-Origin"], foreign.Headers["Access-Control-Expose-Headers"]));
        Assert.False(foreign.Headers.ContainsKey("Access-Control-Allow-Methods"));
        Assert.DoesNotContain(same.Headers.Keys, h => h.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Answer_WithoutCors_KeepsTheBackendsHeaders()
    {
        await using var backend = await FakeBackend.StartAsync(http =>
        {
            http.Response.Headers["Access-Control-Allow-Origin"] = "*";
            return Task.CompletedTask;
        });
        var api = await DeployedHttpApi.NewAsync(local);
        await api.ProxyAsync("GET /", backend.Address, "/");

        var (got, preflight) = (await api.SendAsync("GET", "/", Origin), await api.SendAsync("OPTIONS", "/", Origin, Preflight));

        Assert.Equal(("*", 404), (got.Headers["Access-Control-Allow-Origin"], preflight.Status));
    }

    private static Cors NewCors() => new()
    {
        AllowOrigins = ["https://a.example.com"],
        AllowMethods = ["POST", "GET"],
        AllowHeaders = ["x-a", "authorization"],
        ExposeHeaders = ["x-b", "date"],
        MaxAge = 300,
        AllowCredentials = true,
    };
}
