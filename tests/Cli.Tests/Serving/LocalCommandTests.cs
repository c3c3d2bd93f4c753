using System.Net;
using System.Net.Sockets;

namespace DirectRoute.Cli.Tests.Serving;

/// <summary><c>direct local</c>, the real program.</summary>
public sealed class LocalCommandTests : IDisposable
{
    private static readonly HttpClient Http = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("--port 77777", "--port 77777: a port is a number from 0 to 65535.")]
    [InlineData("--port x", "--port x: a port is a number")]
    [InlineData("--endpoint-url foo", "--endpoint-url foo: give an emulator's URL, such as http://localhost:5000, or aws")]
    [InlineData("--endpoint-url http://localhost:4599", "that is this gateway itself")]
    [InlineData("--endpoint-url aws --clock simulated", "--clock simulated: AWS refuses")]
    [InlineData("--quotas some", "some")]
    [InlineData("--fault a:b:c", "--fault a:b:c: a fault is OPERATION:KIND:COUNT")]
    [InlineData("--fault PutMethdo:throttle:1", "there is no operation PutMethdo")]
    [InlineData("--account 12", "twelve digits")]
    [InlineData("-f nothing.yaml", "nothing.yaml: there is no such file or folder.")]
    [InlineData("-f other.yaml", "no resource of directroute.dev/v1alpha1 to serve")]
    public async Task Run_MistakenOption_EndsWithTwoAndSaysWhatToDo(string arguments, string said)
    {
        folder.Write("other.yaml", "apiVersion: v1\nkind: ConfigMap\n");

        var result = await Direct.RunAsync(folder.Path, ["local", .. arguments.Split(' ')]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Run_PortTaken_EndsWithTwoAndSaysWhich()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var result = await Direct.RunAsync(folder.Path, ["local", "--port", $"{port}"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"the port {port} cannot be listened on", result.Error, StringComparison.Ordinal);
        Assert.Contains("choose a free port", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Run_Signal_StopsAndEndsWithZero(string signal)
    {
        await using var local = await LocalProcess.StartAsync(folder.Path);

        Assert.Equal(0, await local.StopAsync(signal));
    }

    [Fact]
    public async Task Run_Request_IsAnsweredAndSaid()
    {
        folder.Write("shop.yaml", Shop.Api("orders") + Shop.Route("orders", "hello", "good day") + Shop.Queue("orders", "send"));
        await using var local = await LocalProcess.StartAsync(folder.Path, "-f", "shop.yaml");
        var api = (await local.NextAsync("manifests"))["apis"]![0]!;
        var (id, url) = (api["apiId"]!.ToString(), api["stages"]![0]!["url"]!.ToString());
        Assert.StartsWith("orders", id, StringComparison.Ordinal);
        Assert.Equal($"http://localhost:{local.Address.Port}/{id}/prod", url);

        Assert.Equal("""{"text": "good day"}""", (await Http.GetStringAsync(new Uri(local.Address, $"/{id}/prod/hello"))).Trim(), ignoreWhiteSpaceDifferences: true, ignoreAllWhiteSpace: true);

        var said = await local.NextAsync("request");
        Assert.Equal(("GET", $"/{id}/prod/hello", "200", "GET /hello"), (said["method"]!.ToString(), said["path"]!.ToString(), said["status"]!.ToString(), said["route"]!.ToString()));
        Assert.Null(said["fault"]);
    }

    [Fact]
    public async Task Run_WithoutEndpoint_CallsNoServiceAndSaysWhatToDo()
    {
        folder.Write("shop.yaml", Shop.Api("orders") + Shop.Queue("orders", "send"));
        await using var local = await LocalProcess.StartAsync(folder.Path, "-f", "shop.yaml");
        var id = (await local.NextAsync("manifests"))["apis"]![0]!["apiId"]!.ToString();

        Assert.Contains("no AWS services are known: routes that call them answer 504", (await local.NextAsync())["message"]!.ToString(), StringComparison.Ordinal);

        using var answer = await Http.PostAsync(new Uri(local.Address, $"/{id}/prod/send"), new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
        Assert.Contains("--endpoint-url http://localhost:5000", (await local.NextAsync("request"))["fault"]!["detail"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MocksOnly_MissesNoServiceUntilARouteCallsOne()
    {
        folder.Write("shop.yaml", Shop.Api("orders") + Shop.Route("orders", "hello", "good day"));
        await using var local = await LocalProcess.StartAsync(folder.Path, "-f", "shop.yaml");
        Assert.Equal("manifests", (await local.NextAsync())["event"]!.ToString());

        folder.Write("shop.yaml", Shop.Api("orders") + Shop.Route("orders", "hello", "good day") + Shop.Queue("orders", "send"));

        Assert.Contains("--endpoint-url http://localhost:5000", (await local.NextAsync("problem"))["message"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DeploymentOfAClient_IsSaid()
    {
        await using var local = await LocalProcess.StartAsync(folder.Path, "--account", "111122223333");
        var id = await new ControlPlane(local.Address).DeployAsync("one");

        var said = await local.NextAsync("deployed");

        Assert.Equal(("one", "test", "111122223333"), (said["apiName"]!.ToString(), said["stage"]!.ToString(), said["account"]!.ToString()));
        Assert.Equal($"http://localhost:{local.Address.Port}/{id}/test", said["url"]!.ToString());
    }
}
