using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Tests.Compile;

public sealed class HeldRoutesTests
{
    private static readonly RouteInput Wrong = Samples.SendMessage("""{"MessageBdy": "x"}""");

    [Fact]
    public void Compile_RejectedRoute_IsHeldWithItsPermission()
    {
        var compiled = ApiCompiler.Compile(Samples.Api(ApiProtocol.REST, Wrong));

        Assert.Equal(["POST /send-message"], compiled.HeldRoutes);
        Assert.Empty(compiled.Api!.Routes);
        Assert.Equal(["sqs:SendMessage"], compiled.Role!.InlinePolicies[RoleModel.InlinePolicyName].Statements[0].Actions);
    }

    [Fact]
    public void Compile_RejectedRouteOfAForeignNamespace_IsHeldButGetsNoPermission()
    {
        var compiled = ApiCompiler.Compile(Samples.Api(ApiProtocol.REST, Samples.SendMessage() with { Namespace = "elsewhere" }));

        Assert.Equal(["POST /send-message"], compiled.HeldRoutes);
        Assert.Null(compiled.Role);
    }

    [Fact]
    public void Compile_RejectedOlderRoute_LeavesTheKeyToTheYounger()
    {
        var older = Wrong with { CreationTimestamp = DateTimeOffset.UnixEpoch.AddDays(-1), Name = "older" };

        var compiled = ApiCompiler.Compile(Samples.Api(ApiProtocol.REST, older, Samples.SendMessage()));

        Assert.Equal("POST /send-message", Assert.Single(compiled.Api!.Routes).Key);
        Assert.Empty(compiled.HeldRoutes);
    }

    [Fact]
    public void Compile_WaitingOlderRoute_KeepsTheKey()
    {
        var older = Samples.SendMessage(name: "older") with { CreationTimestamp = DateTimeOffset.UnixEpoch.AddDays(-1) };
        older = older with { Spec = older.Spec with { RoleRef = new RoleReference { Name = "soon" } } };

        var compiled = ApiCompiler.Compile(Samples.Api(ApiProtocol.REST, older, Samples.SendMessage()));

        Assert.Empty(compiled.Api!.Routes);
        Assert.Equal(["POST /send-message"], compiled.HeldRoutes);
        Assert.Equal(Reasons.Conflicted, Assert.Single(compiled.Routes[1].Diagnostics).Reason);
    }
}
