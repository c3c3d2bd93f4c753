using System.Text.Json;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using DirectRoute.Aws.Tests.Support;
using DirectRoute.Testing;

namespace DirectRoute.Aws.Tests.Moto;

/// <summary>Permissions of a Lambda function, as moto understands them.</summary>
public sealed class PermissionTests : IAsyncLifetime, IDisposable
{
    private ForeignAws aws = null!;
    private IAmazonLambda client = null!;

    public async Task InitializeAsync()
    {
        aws = await ForeignAws.SharedAsync();
        client = aws.Lambda();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Permissions_Lifecycle_IsSeen()
    {
        var function = await CreateFunctionAsync();
        var added = await client.AddPermissionAsync(new()
        {
            FunctionName = function,
            StatementId = "direct-1",
            Action = "lambda:InvokeFunction",
            Principal = "apigateway.amazonaws.com",
            SourceArn = "arn:aws:execute-api:us-east-1:123456789012:a1b2c3/*/GET/x",
        });
        Assert.Contains("direct-1", added.Statement, StringComparison.Ordinal);

        var policy = await client.GetPolicyAsync(new() { FunctionName = function });
        using var document = JsonDocument.Parse(policy.Policy!);
        var statement = document.RootElement.GetProperty("Statement").EnumerateArray().Single();
        Assert.Equal("arn:aws:execute-api:us-east-1:123456789012:a1b2c3/*/GET/x", statement.GetProperty("Condition").GetProperty("ArnLike").GetProperty("AWS:SourceArn").GetString());

        await client.RemovePermissionAsync(new() { FunctionName = function, StatementId = "direct-1" });
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.RemovePermissionAsync(new() { FunctionName = function, StatementId = "direct-1" }));
    }

    [Fact]
    public async Task GetPolicy_OfAMissingFunction_IsNotFound() =>
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.GetPolicyAsync(new() { FunctionName = "missing" }));

    private async Task<string> CreateFunctionAsync()
    {
        var name = TestEnvironment.NewName("function");
        using var iam = aws.Iam();
        var role = await iam.CreateRoleAsync(new()
        {
            RoleName = name,
            AssumeRolePolicyDocument =
                """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}""",
        });
        await aws.CreateFunctionAsync(name, role.Role!.Arn!);
        return name;
    }
}
