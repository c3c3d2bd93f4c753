using System.Collections.Concurrent;
using DirectRoute.Local.DataPlane;
using DirectRoute.Local.Lambda;
using DirectRoute.Local.Lambda.Permissions;
using DirectRoute.Local.Services;
using DirectRoute.Local.Tests.DataPlane;
using DirectRoute.Local.Tests.Forwarding;
using DirectRoute.Testing;

namespace DirectRoute.Local.Tests.Lambda.Permissions;

/// <summary>Functions that no role invokes, but API Gateway itself.</summary>
public sealed class FunctionPermissionTests : IAsyncLifetime
{
    private const string Apis = "arn:aws:execute-api:us-east-1:123456789012:*";
    private readonly ManualTimeProvider clock = new();
    private readonly Faults faults = new();
    private FakeLambda service = null!;

    public async Task InitializeAsync() => service = await FakeLambda.StartAsync();

    public async Task DisposeAsync() => await service.DisposeAsync();

    private LocalOptions Options => new() { Endpoint = ServiceEndpoint.At(service.Address), Clock = clock, Observers = [faults] };

    [Theory]
    [InlineData(Apis)]
    [InlineData(Apis + "/test/GET/{proxy+}")]
    [InlineData(Apis + "/*/GET/*")]
    public async Task Proxy_PolicyAllowsTheMethod_IsInvoked(string source)
    {
        service.Policy = FakeLambda.Statement(source);
        await using var lambda = await LambdaApi.ProxyAsync(Options);

        Assert.Equal((201, "made"), await GetAsync(lambda));
        var asked = Assert.Single(service.Asked);
        Assert.Equal("/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:orders/policy", asked.Target);
        Assert.Contains("/us-east-1/lambda/aws4_request", asked.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Apis + "/test/POST/*", "Allow", "apigateway.amazonaws.com", "ArnLike")]
    [InlineData("arn:aws:execute-api:us-east-1:210987654321:*", "Allow", "apigateway.amazonaws.com", "ArnLike")]
    [InlineData(Apis, "Allow", "events.amazonaws.com", "allows it to Service events.amazonaws.com, not to apigateway.amazonaws.com")]
    [InlineData(Apis, "Deny", "apigateway.amazonaws.com", "statement 1 (apigateway) of the function's policy denies lambda:InvokeFunction")]
    public async Task Proxy_PolicyDoesNotAllowTheMethod_IsNotInvokedAndSaysWhatToAdd(string source, string effect, string principal, string why)
    {
        service.Policy = FakeLambda.Statement(source, effect, principal);
        await using var lambda = await LambdaApi.ProxyAsync(Options);

        Assert.Equal((500, """{"message":"Internal server error"}"""), await GetAsync(lambda));

        Assert.Equal(0, service.Invocations);
        var detail = Assert.Single(faults.Details);
        Assert.StartsWith("Invalid permissions on Lambda function: ", detail, StringComparison.Ordinal);
        Assert.Contains(why, detail, StringComparison.Ordinal);
        Assert.EndsWith(
            "aws lambda add-permission --function-name arn:aws:lambda:us-east-1:123456789012:function:orders --statement-id apigateway --action lambda:InvokeFunction "
            + $"--principal apigateway.amazonaws.com --source-arn 'arn:aws:execute-api:us-east-1:123456789012:{lambda.Api.Id}/test/GET/*'",
            detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proxy_NoPolicy_IsNotInvoked()
    {
        await using var lambda = await LambdaApi.ProxyAsync(Options);

        Assert.Equal(500, (await GetAsync(lambda)).Status);

        Assert.Equal(0, service.Invocations);
        Assert.Contains("Lambda has no policy of arn:aws:lambda:us-east-1:123456789012:function:orders, or no such function", Assert.Single(faults.Details), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proxy_PolicyThatCannotBeRead_AllowsNothing()
    {
        service.Policy = "{";
        await using var lambda = await LambdaApi.ProxyAsync(Options);

        Assert.Equal(500, (await GetAsync(lambda)).Status);
        Assert.Contains("the function's policy cannot be read", Assert.Single(faults.Details), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proxy_PermissionAddedThroughTheGateway_CountsAtOnce()
    {
        await using var lambda = await LambdaApi.ProxyAsync(Options);
        Assert.Equal(500, (await GetAsync(lambda)).Status);
        service.Policy = FakeLambda.Statement(Apis);
        Assert.Equal(500, (await GetAsync(lambda)).Status);

        using var http = new HttpClient();
        using var added = await http.SendAsync(SignedRequest.Of("lambda", "POST", new Uri(lambda.Local.Address, "/2015-03-31/functions/orders/policy")));

        added.EnsureSuccessStatusCode();
        Assert.Equal(201, (await GetAsync(lambda)).Status);
    }

    [Fact]
    public async Task Proxy_PermissionTakenAwayElsewhere_IsMissedWithinSeconds()
    {
        service.Policy = FakeLambda.Statement(Apis);
        await using var lambda = await LambdaApi.ProxyAsync(Options);
        Assert.Equal(201, (await GetAsync(lambda)).Status);
        service.Policy = null;
        Assert.Equal(201, (await GetAsync(lambda)).Status);

        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(500, (await GetAsync(lambda)).Status);
    }

    [Fact]
    public async Task Proxy_WithoutChecks_AsksForNoPolicy()
    {
        await using var lambda = await LambdaApi.ProxyAsync(Options with { ChecksRoles = false });

        Assert.Equal(201, (await GetAsync(lambda)).Status);
        Assert.Empty(service.Asked);
    }

    [Fact]
    public async Task Authorizer_PolicyAllowsAuthorizersOnly_IsInvokedForThemOnly()
    {
        service.Policy = FakeLambda.Statement(Apis + "/authorizers/*");
        service.Answer = """
            {"principalId": "ann", "policyDocument": {"Version": "2012-10-17", "Statement": [{"Action": "execute-api:Invoke", "Effect": "Allow", "Resource": "*"}]}}
            """;
        await using var lambda = await LambdaApi.NewAsync(Options, async lambda =>
        {
            var authorizer = await lambda.Local.Rest.CreateAuthorizerAsync(new()
            {
                RestApiId = lambda.Api.Id,
                Name = "asks",
                Type = "TOKEN",
                IdentitySource = "method.request.header.Authorization",
                AuthorizerUri = LambdaApi.Uri,
            });
            await lambda.Api.MethodAsync(
                "GET", "/x",
                new() { Type = "MOCK", RequestTemplates = new() { ["application/json"] = """{"statusCode": 200}""" } },
                new() { ResponseTemplates = new() { ["application/json"] = "$context.authorizer.principalId" } },
                new() { AuthorizationType = "CUSTOM", AuthorizerId = authorizer.Id });
            await lambda.Api.MethodAsync("GET", "/y", new() { Type = "AWS_PROXY", IntegrationHttpMethod = "POST", Uri = LambdaApi.Uri });
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, lambda.Api.At("/x"));
        request.Headers.TryAddWithoutValidation("Authorization", "let me in");

        var got = await DeployedApi.SendAsync(request);

        Assert.Equal((200, "ann"), (got.Status, got.Body));
        Assert.Equal(500, (await lambda.Api.GetAsync("/y")).Status);
    }

    /// <summary>A version or an alias has a policy of its own.</summary>
    [Fact]
    public async Task Refusal_Alias_IsThatOfItsOwnPolicy()
    {
        using var backends = new Backends(Options);
        var permission = new InvokePermission(Options, backends);
        service.Policy = FakeLambda.Statement(Apis);

        var fault = await permission.RefusalAsync(Invocation("orders:live"), CancellationToken.None);

        Assert.EndsWith("function:orders:live/policy", Assert.Single(service.Asked).Target, StringComparison.Ordinal);
        Assert.Contains("--function-name arn:aws:lambda:us-east-1:123456789012:function:orders --qualifier live", fault!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_Role_IsNotAskedFor()
    {
        using var backends = new Backends(Options);

        Assert.Null(await new InvokePermission(Options, backends).RefusalAsync(Invocation("orders") with { Credentials = "arn:aws:iam::123456789012:role/orders" }, CancellationToken.None));
        Assert.Empty(service.Asked);
    }

    [Fact]
    public async Task Refusal_NobodyAnswers_SaysWhatToDo()
    {
        var options = Options;
        await service.DisposeAsync();
        using var backends = new Backends(options);

        var fault = await new InvokePermission(options, backends).RefusalAsync(Invocation("orders"), CancellationToken.None);

        Assert.StartsWith("The policy of the Lambda function orders, which decides where no role is named, could not be read at the endpoint of services: ", fault!.Detail, StringComparison.Ordinal);
        Assert.EndsWith("turn the check of roles off.", fault.Detail, StringComparison.Ordinal);
    }

    private static Invocation Invocation(string function) => new(
        FunctionReference.OfArn($"arn:aws:lambda:us-east-1:123456789012:function:{function}")!, "{}"u8.ToArray(), new CallOrigin("a1b2c3", "arn:aws:execute-api:us-east-1:123456789012:a1b2c3/test/GET/", "Root=1"), 29_000);

    private static async Task<(int Status, string Body)> GetAsync(LambdaApi lambda)
    {
        var got = await lambda.Api.GetAsync("/x");
        return (got.Status, got.Body);
    }

    private sealed class Faults : IExchangeObserver
    {
        private readonly ConcurrentQueue<string> details = new();

        public IEnumerable<string> Details => details;

        public void Completed(Exchange exchange)
        {
            if (exchange.Response?.Fault is { } fault) details.Enqueue(fault.Detail);
        }
    }
}
