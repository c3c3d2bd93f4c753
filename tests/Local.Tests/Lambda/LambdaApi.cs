using DirectRoute.Local.Lambda;
using DirectRoute.Local.Tests.DataPlane;

namespace DirectRoute.Local.Tests.Lambda;

/// <summary>A gateway whose functions run where a test says, with an API whose methods call the function <c>orders</c>.</summary>
internal sealed class LambdaApi : IAsyncDisposable
{
    public const string Function = "arn:aws:lambda:us-east-1:123456789012:function:orders";
    public const string Uri = $"arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/{Function}/invocations";

    private readonly LocalFixture local;

    private LambdaApi(LocalFixture local, DeployedApi api) => (this.local, Api) = (local, api);

    public DeployedApi Api { get; }

    public LocalFixture Local => local;

    /// <summary>The API as the steps make it, deployed.</summary>
    public static async Task<LambdaApi> NewAsync(LocalOptions options, Func<LambdaApi, Task> steps)
    {
        var local = new LocalFixture(options with { Port = 0 });
        await local.InitializeAsync();
        var api = new LambdaApi(local, await DeployedApi.NewAsync(local));
        await steps(api);
        await api.Api.DeployAsync();
        return api;
    }

    /// <summary>An API that hands every request to the function.</summary>
    public static Task<LambdaApi> ProxyAsync(LocalOptions options, int timeout = 29_000) => NewAsync(options, api => api.Api.MethodAsync(
        "ANY", "/{proxy+}", new() { Type = "AWS_PROXY", IntegrationHttpMethod = "POST", Uri = Uri, TimeoutInMillis = timeout }));

    /// <summary>Options with one target.</summary>
    public static LocalOptions With(string target) => new() { LambdaTargets = [LambdaTarget.Parse(target).Target!] };

    /// <summary>A target that runs a script of the shell, which may hold quotation marks of one kind only.</summary>
    public static LocalOptions Script(string script) => With($"orders=sh -c '{script}'");

    public async ValueTask DisposeAsync() => await local.DisposeAsync();
}
