using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Local.DataPlane;
using DirectRoute.Local.Tests.DataPlane;

namespace DirectRoute.Local.Tests.Hostile;

/// <summary>Templates that loop or grow: the engine's limits hold wherever a template runs, and whoever wrote it is told which.</summary>
public sealed class TemplateTests : IAsyncLifetime, IExchangeObserver
{
    private readonly ConcurrentQueue<string> details = new();
    private HostileFixture gateway = null!;

    /// <summary>Templates, and what is said of each.</summary>
    public static TheoryData<string, string> Bombs => new()
    {
        { "#foreach($a in [1..1000])#foreach($b in [1..1000])#foreach($c in [1..1000])$c#end#end#end", "steps" },
        { "#set($s = 'aaaaaaaaaa')#foreach($i in [1..100])#set($s = \"$s$s\")#end$s", "characters" },
        { "#macro(r)#r()#end#r()", "call" },
        { "#set($e = '#evaluate($e)')#evaluate($e)", "call" },
        { "#set($s = 'aaaaaaaaaa')#foreach($i in [1..12])#set($s = \"$s$s\")#end#foreach($i in [1..1000])$s#end", "characters" },
    };

    public async Task InitializeAsync()
    {
        gateway = new HostileFixture(new LocalOptions { Port = 0, Ui = true, Observers = [this] });
        await gateway.InitializeAsync();
    }

    public Task DisposeAsync() => gateway.DisposeAsync();

    void IExchangeObserver.Completed(Exchange exchange)
    {
        if (exchange.Response?.Fault is { } fault) details.Enqueue(fault.Detail);
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task Request_ThatExplodes_IsAnErrorThatNamesTheLimit(string template, string limit)
    {
        var api = await ApiAsync(template);

        var got = await api.PostAsync("/", new StringContent("{}", Encoding.UTF8, "application/json"));

        Assert.Equal((500, """{"message": "Internal server error"}"""), (got.Status, got.Body.Replace("\":\"", "\": \"", StringComparison.Ordinal)));
        Assert.Contains(details, d => d.Contains(limit, StringComparison.Ordinal));
        await gateway.AssertWellAsync();
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task TestInvokeMethod_ThatExplodes_IsAnErrorThatNamesTheLimit(string template, string limit)
    {
        var api = await ApiAsync(template);

        var (status, result) = await gateway.Local.SendAsync("POST", $"/restapis/{api.Id}/resources/{await api.ResourceAsync("/")}/methods/POST", """{"body": "{}"}""");

        Assert.Equal((200, 500), (status, (int)result["status"]!));
        Assert.Contains(limit, (string)result["log"]!, StringComparison.Ordinal);
        await gateway.AssertWellAsync();
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task Playground_ThatExplodes_SaysTheLimit(string template, string limit)
    {
        var (status, answer) = await RenderAsync(new JsonObject { ["template"] = template }.ToJsonString());

        Assert.Equal(200, status);
        Assert.Contains(limit, (string)JsonNode.Parse(answer)!["error"]!["message"]!, StringComparison.Ordinal);
        await gateway.AssertWellAsync();
    }

    /// <summary>What ends by itself, whatever it comes to: regular expressions that go back and forth, huge numbers, lists that hold themselves, deep documents.</summary>
    [Theory]
    [InlineData("$util.escapeJavaScript($input.body).replaceAll('(a+)+$', 'b')", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")]
    [InlineData("#if($input.body.matches('(a|a)*(a|aa)+b'))x#end", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")]
    [InlineData("#set($x = $input.path('$.n') * 2)$x", "{\"n\": 1e999999999}")]
    [InlineData("#set($x = $input.path('$.n') + 1)$x", "{\"n\": 1e-999999999}")]
    [InlineData("$input.json('$.n')", "{\"n\": 123456789012345678901234567890e999999999}")]
    [InlineData("#set($l = [])#foreach($i in [1..1000])#set($x = $l.add($l))#end$l", "{}")]
    [InlineData("#set($m = {})#set($x = $m.put('m', $m))$m$m.hashCode()", "{}")]
    [InlineData("#foreach($i in [1..2147483647])x#end", "{}")]
    [InlineData("#define($d)$d$d#end$d", "{}")]
    [InlineData("$input.json('$..*..*..*')", "[[[[[[[[[[1,2],3],4],5],6],7],8],9],0],1]")]
    [InlineData("$input.json('$')", "{\"a\":\"\\ud800\",\"a\":1}")]
    [InlineData("$util.parseJson($input.body)$util.urlDecode('%ED%A0%80%')$util.base64Decode('////')", "{\"a\":\"\\udfff\"}")]
    [InlineData("$util.parseJson('{deep}')", "{}")]
    [InlineData("{parentheses}", "{}")]
    public async Task Render_Hostile_EndsByItself(string template, string body)
    {
        template = template.Replace("{deep}", new string('[', 10_000) + new string(']', 10_000), StringComparison.Ordinal)
            .Replace("{parentheses}", "#if(" + new string('(', 10_000) + "1" + new string(')', 10_000) + ")x#end", StringComparison.Ordinal);
        var api = await ApiAsync(template);

        var got = await api.PostAsync("/", new StringContent(body, Encoding.UTF8, "application/json"));
        var (status, _) = await RenderAsync(new JsonObject { ["template"] = template, ["body"] = body }.ToJsonString());

        Assert.Contains(got.Status, new[] { 200, 400, 500 });
        Assert.Equal(200, status);
        await gateway.AssertWellAsync();
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task Body_TenThousandDeep_IsRefusedWhereItIsRead(string open, string close)
    {
        var api = await ApiAsync("{\"statusCode\": 200}$input.json('$')");
        var deep = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));

        var got = await api.PostAsync("/", new StringContent(deep, Encoding.UTF8, "application/json"));

        Assert.InRange(got.Status, 400, 500);
        await gateway.AssertWellAsync();
    }

    [Fact]
    public async Task Body_OfAMillionMembers_IsRead()
    {
        var api = await ApiAsync("#set($x = $input.path('$.m999'))\n{\"statusCode\": 200}");
        var body = "{" + string.Join(',', Enumerable.Range(0, 500_000).Select(i => $"\"m{i}\":{i}")) + "}";

        var got = await api.PostAsync("/", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Contains(got.Status, new[] { 200, 400, 500 });
        await gateway.AssertWellAsync();
    }

    [Theory]
    [InlineData("{\"template\":\"$context.a\",\"context\":{\"a\":1,\"a\":2}}")]
    [InlineData("{\"template\":\"$context.a\",\"context\":{\"a\":\"\\ud800\"}}")]
    [InlineData("{\"template\":\"$context.a\",\"context\":{\"\\ud800\":1}}")]
    [InlineData("{\"template\":\"\\ud800\"}")]
    [InlineData("{\"template\":\"a\",\"headers\":{\"\\ud800\":\"a\"}}")]
    [InlineData("{\"template\":\"a\",\"headers\":{\"a\":\"b\",\"a\":\"c\"}}")]
    [InlineData("{\"template\":\"$util.urlDecode('%ED%A0%80')$util.escapeJavaScript('\\u0000')\"}")]
    [InlineData("{\"context\":{deep}}")]
    public async Task Playground_HostileRequest_IsAnswered(string body)
    {
        var (status, _) = await RenderAsync(body.Replace("{deep}", new string('[', 10_000) + new string(']', 10_000), StringComparison.Ordinal));

        Assert.Contains(status, new[] { 200, 400 });
        await gateway.AssertWellAsync();
    }

    private async Task<DeployedApi> ApiAsync(string template)
    {
        var api = await DeployedApi.NewAsync(gateway.Local);
        await api.MethodAsync("POST", "/", new() { Type = "MOCK", RequestTemplates = new() { ["application/json"] = template } });
        await api.DeployAsync();
        return api;
    }

    private async Task<(int Status, string Answer)> RenderAsync(string body)
    {
        using var http = new HttpClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(gateway.Local.Address, "/_direct/api/render"), content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
