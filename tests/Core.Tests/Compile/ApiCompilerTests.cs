using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.Compile;

public sealed class ApiCompilerTests
{
    [Fact]
    public void Compile_SendMessageOnRest_CallsTheQueueWithTheApisOwnRole()
    {
        var compiled = ApiCompiler.Compile(Samples.Api(ApiProtocol.REST, Samples.SendMessage()));

        var route = Assert.Single(compiled.Api!.Routes);
        Assert.Equal("arn:aws:apigateway:us-east-1:sqs:path/123456789012/my-test-queue", route.Integration.Uri);
        Assert.Equal($"arn:aws:iam::123456789012:role/{compiled.Role!.Name}", route.Integration.Credentials);
        Assert.Empty(compiled.Routes[0].Diagnostics);
        Assert.Empty(compiled.HeldRoutes);
        var statement = Assert.Single(compiled.Role.InlinePolicies[RoleModel.InlinePolicyName].Statements);
        Assert.Equal(["sqs:SendMessage"], statement.Actions);
        Assert.Equal([Samples.Queue], statement.Resources);
    }
}
