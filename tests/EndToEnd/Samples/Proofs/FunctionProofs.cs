using System.Text.Json;
using DirectRoute.EndToEnd.Harness;
using DirectRoute.Testing;

namespace DirectRoute.EndToEnd.Samples.Proofs;

/// <summary>
/// A REST API hands a function the whole request, or an event of the route's making, and answers what becomes of the result or of the function's failure.
/// </summary>
internal sealed class RestFunctionProof() : SampleProof("lambda", "functions-rest")
{
    public override async Task ProveAsync(SampleWorld world, SampleClient client)
    {
        await ProveProxyAsync(world, client);
        await ProveOwnEventAsync(client);
    }

    private async Task ProveProxyAsync(SampleWorld world, SampleClient client)
    {
        var id = TestEnvironment.NewName("proxied");
        var body = $$"""{"id": "{{id}}", "note": "he said \"tea\" & left é"}""";

        var answer = await client.SendAsync(Api, SampleRequest.Post("/orders?cup=big&cup=blue", body, "X-Channel: app"));

        FunctionProof.AssertCreated(answer);
        var sent = AwsSides.FunctionEvents.Single(id);
        Assert.Equal(("/orders", "/orders", "POST"), (Text(sent, "resource"), Text(sent, "path"), Text(sent, "httpMethod")));
        Assert.Equal((body, false), (Text(sent, "body"), sent.GetProperty("isBase64Encoded").GetBoolean()));
        Assert.Equal("app", Text(sent.GetProperty("headers"), "X-Channel"));
        Assert.Equal("blue", Text(sent.GetProperty("queryStringParameters"), "cup"));
        Assert.Equal(["big", "blue"], sent.GetProperty("multiValueQueryStringParameters").GetProperty("cup").EnumerateArray().Select(v => v.GetString()!));
        var context = sent.GetProperty("requestContext");
        Assert.Equal((await FunctionProof.ApiIdAsync(world, Api), "prod"), (Text(context, "apiId"), Text(context, "stage")));
        await FunctionProof.AssertFailureIsHiddenAsync(client, Api, 502);
    }

    private async Task ProveOwnEventAsync(SampleClient client)
    {
        var id = TestEnvironment.NewName("own");

        var answer = await client.SendAsync(Api, Put(id));
        var taken = await client.SendAsync(Api, Put(TestEnvironment.NewName("taken")));
        var broken = await client.SendAsync(Api, Put(TestEnvironment.NewName("broken")));

        Assert.Equal(201, answer.Status);
        AssertJson($$"""{"id": "{{id}}"}""", answer.Text);
        AssertJson($$"""{"id": "{{id}}", "order": {"tea": 3, "note": "\"hot\""} }""", AwsSides.FunctionEvents.Single(id).GetRawText());
        Assert.Equal(409, taken.Status);
        Assert.Equal(502, broken.Status);
        Assert.DoesNotContain("kettle", broken.Text, StringComparison.Ordinal);
    }

    private static SampleRequest Put(string id) => SampleRequest.Post($"/orders/{id}", """{"order": {"tea": 3, "note": "\"hot\""}, "price": 1}""") with { Method = "PUT" };

    private static string? Text(JsonElement parent, string name) => parent.GetProperty(name).GetString();
}

/// <summary>An HTTP API hands a function the whole request, in its own format.</summary>
internal sealed class HttpFunctionProof() : SampleProof("lambda", "functions-http")
{
    public override async Task ProveAsync(SampleWorld world, SampleClient client)
    {
        var id = TestEnvironment.NewName("proxied");
        var body = $$"""{"id": "{{id}}", "note": "he said \"tea\" & left é"}""";

        var answer = await client.SendAsync(Api, SampleRequest.Post("/orders?cup=big&cup=blue", body, "X-Channel: app"));

        FunctionProof.AssertCreated(answer);
        var sent = AwsSides.FunctionEvents.Single(id);
        Assert.Equal(("2.0", "POST /orders", "/orders"), (Text(sent, "version"), Text(sent, "routeKey"), Text(sent, "rawPath")));
        Assert.Equal((body, false), (Text(sent, "body"), sent.GetProperty("isBase64Encoded").GetBoolean()));
        Assert.Equal("app", Text(sent.GetProperty("headers"), "x-channel"));
        Assert.Equal(("cup=big&cup=blue", "big,blue"), (Text(sent, "rawQueryString"), Text(sent.GetProperty("queryStringParameters"), "cup")));
        var context = sent.GetProperty("requestContext");
        Assert.Equal((await FunctionProof.ApiIdAsync(world, Api), "$default"), (Text(context, "apiId"), Text(context, "stage")));
        Assert.Equal("POST", Text(context.GetProperty("http"), "method"));
        await FunctionProof.AssertFailureIsHiddenAsync(client, Api, 500);
    }

    private static string? Text(JsonElement parent, string name) => parent.GetProperty(name).GetString();
}

/// <summary>What both have in common.</summary>
file static class FunctionProof
{
    /// <summary>The status, the header and the body that the function chose.</summary>
    public static void AssertCreated(SampleAnswer answer)
    {
        Assert.True(answer is { Status: 201, Text: "created" }, answer.ToString());
        Assert.Equal("1", answer.Headers["x-order"]);
    }

    /// <summary>A function that fails is no backend whose words a client reads.</summary>
    public static async Task AssertFailureIsHiddenAsync(SampleClient client, string api, int status)
    {
        var answer = await client.SendAsync(api, SampleRequest.Post("/orders", """{"id": "taken"}"""));

        Assert.True(answer.Status == status, answer.ToString());
        Assert.DoesNotContain("OrderExists", answer.Text, StringComparison.Ordinal);
    }

    public static async Task<string?> ApiIdAsync(SampleWorld world, string api) => Scenario.StatusOf(await world.Scenario.GetAsync($"directapi/{api}"), "apiId");
}
