using System.Text.Json.Nodes;
using DirectRoute.Local.Tests.Services;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Tests.Lambda.Permissions;

/// <summary>Lambda at an emulator: every function answers, and all have one policy.</summary>
internal sealed class FakeLambda : IAsyncDisposable
{
    private FakeBackend backend = null!;

    public Uri Address => backend.Address;

    /// <summary>The policy of every function; null for none.</summary>
    public string? Policy { get; set; }

    /// <summary>What invocations answer.</summary>
    public string Answer { get; set; } = """{"statusCode": 201, "body": "made"}""";

    public int Invocations => backend.Requests.Count(r => r.Target.EndsWith("/invocations", StringComparison.Ordinal));

    /// <summary>The requests for policies.</summary>
    public IReadOnlyList<Asked> Asked => [.. backend.Requests.Where(r => r.Target.EndsWith("/policy", StringComparison.Ordinal) && r.Method == "GET")];

    public static async Task<FakeLambda> StartAsync()
    {
        var lambda = new FakeLambda();
        lambda.backend = await FakeBackend.StartAsync(lambda.AnswerAsync);
        return lambda;
    }

    /// <summary>A policy of one statement, such as AddPermission makes them.</summary>
    public static string Statement(string source, string effect = "Allow", string principal = "apigateway.amazonaws.com", string function = LambdaApi.Function) => $$$"""
        {"Version": "2012-10-17", "Id": "default", "Statement": [{"Sid": "apigateway", "Effect": "{{{effect}}}", "Principal": {"Service": "{{{principal}}}"},
         "Action": "lambda:InvokeFunction", "Resource": "{{{function}}}", "Condition": {"ArnLike": {"AWS:SourceArn": "{{{source}}}"} } }]}
        """;

    private Task AnswerAsync(HttpContext http)
    {
        if (!http.Request.Path.Value!.EndsWith("/policy", StringComparison.Ordinal)) return http.Response.WriteAsync(Answer);
        if (Policy is not null) return http.Response.WriteAsync(new JsonObject { [nameof(Policy)] = Policy, ["RevisionId"] = "1" }.ToJsonString());
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        http.Response.Headers["x-amzn-ErrorType"] = "ResourceNotFoundException";
        return http.Response.WriteAsync("""{"Type": "User", "Message": "The resource you requested does not exist."}""");
    }

    public ValueTask DisposeAsync() => backend.DisposeAsync();
}
