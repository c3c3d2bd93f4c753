using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Core.Tests.Compile;

/// <summary>What holds for every input, however mistaken.</summary>
public sealed class CompilerProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(500);

    private static void ForAllSeeds(Action<int> check) => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), check).Check(Thorough);

    [Fact]
    public void Compile_AnyInput_IsTheSameForEveryOrderOfRoutes() => ForAllSeeds(seed =>
    {
        var input = new HostileInputs(seed).Api();
        var reversed = input with { Routes = input.Routes.Reverse().ToValueList() };

        Assert.Equal(ApiCompiler.Compile(input), ApiCompiler.Compile(reversed));
    });

    [Fact]
    public void Compile_AnyInput_ShipsRoutesWithoutErrorsAndExplainsTheOthers() => ForAllSeeds(seed =>
    {
        var compiled = ApiCompiler.Compile(new HostileInputs(seed).Api());

        foreach (var route in compiled.Routes)
        {
            Assert.Equal(route.Model is null, route.Diagnostics.Any(d => d.Severity != DiagnosticSeverity.Warning));
            Assert.All(route.Diagnostics, d => Assert.False(string.IsNullOrEmpty(d.Field) || string.IsNullOrEmpty(d.Message)));
        }
        Assert.Equal(compiled.Api is null, compiled.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error));
        if (compiled.Api is { } api) AssertServes(api, [.. compiled.Routes.Where(r => r.Model is not null).Select(r => r.Model!)]);
    });

    /// <summary>Every accepted route once, and besides them only what answers browsers beforehand, on paths of theirs.</summary>
    private static void AssertServes(ApiModel api, List<RouteModel> accepted)
    {
        Assert.Equal(api.Routes.Count, api.Routes.DistinctBy(r => r.Key).Count());
        var preflights = api.Routes.Where(r => !accepted.Exists(a => a.Key == r.Key)).ToList();
        Assert.Equal(accepted.Count, api.Routes.Count - preflights.Count);
        Assert.All(preflights, p =>
        {
            Assert.Equal((RouteMethod.OPTIONS, IntegrationType.MOCK), (p.Method, p.Integration.Type));
            Assert.Contains(accepted, a => a.Path == p.Path);
        });
    }

    [Fact]
    public void Compile_AnyInput_HoldsNoKeyThatItServes() => ForAllSeeds(seed =>
    {
        var compiled = ApiCompiler.Compile(new HostileInputs(seed).Api());

        Assert.Empty(compiled.HeldRoutes.Intersect(compiled.Api?.Routes.Select(r => r.Key) ?? []));
    });

    [Fact]
    public void Compile_AnyRole_IsTheSameForEveryOrderOfRequests() => ForAllSeeds(seed =>
    {
        var input = new HostileInputs(seed).Role();
        var reversed = input with { Requests = input.Requests.Reverse().ToValueList() };

        Assert.Equal(RoleCompiler.Compile(input), RoleCompiler.Compile(reversed));
    });

    [Fact]
    public void Compile_AcceptedRoutes_AllHaveTheirPermissionInTheSharedRole() => ForAllSeeds(seed =>
    {
        var compiled = ApiCompiler.Compile(new HostileInputs(seed).Api());
        var arn = compiled.Role is { } role ? $":role{role.Path}{role.Name}" : null;

        foreach (var route in compiled.Routes.Where(r => r.Model is not null && arn is not null && r.Model.Integration.Credentials?.EndsWith(arn, StringComparison.Ordinal) == true))
        {
            var statements = compiled.Role!.InlinePolicies.TryGetValue(RoleModel.InlinePolicyName, out var policy) ? policy.Statements : [];
            Assert.All(route.Permissions, p => Assert.Contains(statements, s => s.Effect == PolicyEffect.Allow && s.Actions.Contains(p.Action) && s.Resources.Contains(p.Resource)));
        }
    });
}
