using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DirectRoute.Testing;

public sealed class FaultProxyTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly HttpClient client = new() { Timeout = Deadline };
    private readonly TaskCompletionSource released = new();
    private WebApplication upstream = null!;
    private FaultProxy proxy = null!;
    private int arrived;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        upstream = builder.Build();
        upstream.Run(EchoAsync);
        await upstream.StartAsync();
        proxy = await FaultProxy.StartAsync(new Uri(upstream.Urls.Single()));
        client.BaseAddress = proxy.Address;
    }

    public async Task DisposeAsync()
    {
        released.TrySetResult();
        await proxy.DisposeAsync();
        await upstream.DisposeAsync();
    }

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Pass_ARequestWithEscapesHeadersAndBody_ArrivesAsItWasSent()
    {
        var address = new Uri(
            $"{proxy.Address.GetLeftPart(UriPartial.Authority)}/tags/arn%3Aaws%3A%2Fx?a=%2F",
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new StringContent("Action=CreateRole&RoleName=x") };
        request.Headers.Add("X-Test", "yes");

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("PUT /tags/arn%3Aaws%3A%2Fx?a=%2F yes Action=CreateRole&RoleName=x", await answer.Content.ReadAsStringAsync());
        Assert.Equal(["kept"], answer.Headers.GetValues("X-Answer"));
        Assert.Equal(["PUT /tags/arn%3Aaws%3A%2Fx?a=%2F CreateRole"], proxy.Requests.Select(r => r.ToString()));
    }

    [Fact]
    public async Task Pass_AStreamThatGoesOn_GivesEachPieceAtOnce()
    {
        using var answer = await client.GetAsync("/stream", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());

        Assert.Equal("first", await reader.ReadLineAsync());
        released.SetResult();
        Assert.Equal("last", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task Inject_AnswerForTheNextTwoThatMatch_LeavesTheOthersAlone()
    {
        proxy.Inject(new Fault.Answer(HttpStatusCode.TooManyRequests, "slow down", TimeSpan.FromSeconds(7)), 2, r => r.Path == "/busy");

        using var first = await client.GetAsync("/busy");
        using var other = await client.GetAsync("/idle");
        using var second = await client.GetAsync("/busy");
        using var third = await client.GetAsync("/busy");

        Assert.Equal([429, 202, 429, 202], new[] { first, other, second, third }.Select(a => (int)a.StatusCode));
        Assert.Equal("slow down", await first.Content.ReadAsStringAsync());
        Assert.Equal(TimeSpan.FromSeconds(7), first.Headers.RetryAfter?.Delta);
        Assert.Equal(2, Volatile.Read(ref arrived));
        Assert.Equal(4, proxy.Requests.Count);
    }

    [Fact]
    public async Task Inject_Hang_DoesNotPassTheRequestOnAndEndsWithTheClient()
    {
        proxy.Inject(new Fault.Hang(), times: 1);
        using var patience = new CancellationTokenSource();
        var hanging = client.GetAsync("/", patience.Token);
        await Eventually.HoldsAsync("the request is here", () => proxy.Requests.Count == 1);

        using var next = await client.GetAsync("/");

        Assert.False(hanging.IsCompleted);
        Assert.Equal(1, Volatile.Read(ref arrived));
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
    }

    [Fact]
    public async Task Inject_LoseAnswer_PassesTheRequestOnAndDoesNotAnswer()
    {
        proxy.Inject(new Fault.LoseAnswer());
        using var patience = new CancellationTokenSource();

        var hanging = client.PostAsync("/", null, patience.Token);
        await Eventually.HoldsAsync("the request is at the other side", () => Volatile.Read(ref arrived) == 1);

        Assert.False(hanging.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
    }

    [Theory]
    [InlineData("/large")]
    [InlineData("/stream")]
    public async Task Inject_CutAfter_BreaksTheAnswerInTheMiddle(string path)
    {
        released.SetResult();
        proxy.Inject(new Fault.CutAfter(3), times: 1);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(path));

        Assert.NotEmpty(await client.GetStringAsync(path));
    }

    [Fact]
    public async Task RefuseConnectionsAsync_ThenAccept_IsDownAndComesBackOnTheSamePort()
    {
        using var before = await client.GetAsync("/");
        using var streaming = await client.GetAsync("/stream", HttpCompletionOption.ResponseHeadersRead);

        await proxy.RefuseConnectionsAsync();

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/"));
        Assert.Equal(HttpRequestError.ConnectionError, refused.HttpRequestError);
        await Assert.ThrowsAsync<HttpRequestException>(() => streaming.Content.ReadAsStringAsync());

        await proxy.AcceptConnectionsAsync();
        using var after = await client.GetAsync("/");
        Assert.Equal(HttpStatusCode.Accepted, after.StatusCode);
    }

    [Fact]
    public async Task ClearFaults_AfterAFaultForAll_PassesAgain()
    {
        proxy.Inject(new Fault.Answer(HttpStatusCode.InternalServerError));
        using var failed = await client.GetAsync("/");

        proxy.ClearFaults();
        using var passed = await client.GetAsync("/");

        Assert.Equal([500, 202], new[] { failed, passed }.Select(a => (int)a.StatusCode));
    }

    [Fact]
    public async Task Pass_WithTheOtherSideDown_BreaksTheConnection()
    {
        await upstream.StopAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/"));
    }

    private Task EchoAsync(HttpContext context)
    {
        Interlocked.Increment(ref arrived);
        return context.Request.Path.Value switch
        {
            "/stream" => StreamAsync(context),
            "/large" => context.Response.WriteAsync(new string('x', 100_000)),
            _ => RepeatAsync(context),
        };
    }

    private async Task StreamAsync(HttpContext context)
    {
        await context.Response.WriteAsync("first\n");
        await context.Response.Body.FlushAsync();
        await released.Task.WaitAsync(Deadline, TimeProvider.System);
        await context.Response.WriteAsync("last\n");
    }

    private static async Task RepeatAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers["X-Answer"] = "kept";
        await context.Response.WriteAsync($"{context.Request.Method} {target} {context.Request.Headers["X-Test"]} {await reader.ReadToEndAsync()}");
    }
}
