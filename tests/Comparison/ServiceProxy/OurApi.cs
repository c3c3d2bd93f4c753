using DirectRoute.Cli.Accounts;
using DirectRoute.Cli.Lint;
using DirectRoute.Local;
using DirectRoute.Local.Publishing;

namespace DirectRoute.Comparison.ServiceProxy;

/// <summary>Compiles our manifests and serves them.</summary>
internal static class OurApi
{
    /// <summary>The id of the API, deployed to the stage <c>test</c>.</summary>
    public static string Publish(LocalGateway gateway, string file)
    {
        var result = Linter.Lint(new InputOptions([file], false, "default", new AccountOptions(null, null, null, AccountOptions.DefaultClusterName)), () => Stream.Null);
        Assert.DoesNotContain(result.Findings, f => f.Severity == DirectRoute.Cli.Findings.FindingSeverity.Error);
        var api = Assert.Single(result.Compiled.Apis).Compilation.Api!;
        return Assert.Single(gateway.Publish(new PublishedSet { Apis = [new PublishedApi("default/ours", api)] })).ApiId;
    }
}
