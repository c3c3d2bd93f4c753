using DirectRoute.Cli.Accounts;
using DirectRoute.Cli.Lint;
using DirectRoute.Cli.Serving;
using DirectRoute.Local.Publishing;

namespace DirectRoute.Cli.Tests.Serving;

/// <summary>What is served of manifests, some of which are broken.</summary>
public sealed class LastGoodTests : IDisposable
{
    private static readonly AccountOptions Account = new("123456789012", null, null, "test");
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Next_BrokenRoute_KeepsItsFormerVersionAndRole()
    {
        var before = Next(new(), Shop.Api("orders") + Shop.Queue("orders", "send") + Shop.Route("orders", "hello", "one"));
        var after = Next(before, Shop.Api("orders") + Shop.Queue("orders", "send").Replace("sqs:SendMessage", "sqs:SendMassage", StringComparison.Ordinal) + Shop.Route("orders", "hello", "two"));

        var (former, now) = (Assert.Single(before.Apis).Model, Assert.Single(after.Apis).Model);
        Assert.Equal(former.Routes.Single(r => r.Key == "POST /send"), now.Routes.Single(r => r.Key == "POST /send"));
        Assert.NotEqual(former.Routes.Single(r => r.Key == "GET /hello"), now.Routes.Single(r => r.Key == "GET /hello"));
        Assert.Equal(Assert.Single(before.Roles).Arn, Assert.Single(after.Roles).Arn);
        Assert.Contains(Assert.Single(after.Roles).Model.InlinePolicies.SelectMany(p => p.Value.Statements), s => s.Actions.Contains("sqs:SendMessage"));
    }

    [Fact]
    public void Next_RouteTakenAway_IsGoneWithItsRole()
    {
        var before = Next(new(), Shop.Api("orders") + Shop.Queue("orders", "send") + Shop.Route("orders", "hello", "one"));
        var after = Next(before, Shop.Api("orders") + Shop.Route("orders", "hello", "one"));

        Assert.Equal("GET /hello", Assert.Single(Assert.Single(after.Apis).Model.Routes).Key);
        Assert.Empty(after.Roles);
    }

    [Fact]
    public void Next_UnreadableDocument_RemovesNothing()
    {
        var before = Next(new(), Shop.Api("orders") + Shop.Route("orders", "hello", "one") + "---\n" + Shop.Api("users"));
        var after = Next(before, Shop.Api("orders") + "---\n{ a: [\n");

        Assert.Equal(["shop/orders", "shop/users"], after.Apis.Select(a => a.Key));
        Assert.Equal("GET /hello", Assert.Single(after.Apis[0].Model.Routes).Key);
    }

    [Fact]
    public void Next_BrokenAccount_DoesNotMoveItsApis()
    {
        const string account = "apiVersion: directroute.dev/v1alpha1\nkind: AwsAccount\nmetadata: {name: default}\nspec: {region: eu-west-1}\n---\n";
        var before = Next(new(), account + Shop.Api("orders"));
        var after = Next(before, account.Replace("{region: eu-west-1}", "[]", StringComparison.Ordinal) + Shop.Api("orders"));

        Assert.Equal("eu-west-1", Assert.Single(before.Apis).Model.Region);
        Assert.Equal("eu-west-1", Assert.Single(after.Apis).Model.Region);
    }

    [Fact]
    public void Next_OtherProtocol_HoldsNoRouteOfTheFormer()
    {
        var before = Next(new(), Shop.Api("orders") + Shop.Route("orders", "hello", "one"));
        var after = Next(before, Shop.Api("orders", "HTTP") + Shop.Queue("orders", "send"));

        Assert.Equal("POST /send", Assert.Single(Assert.Single(after.Apis).Model.Routes).Key);
    }

    private PublishedSet Next(PublishedSet former, string manifests) =>
        LastGood.Next(former, Linter.Lint(new InputOptions([folder.Write("shop.yaml", manifests)], false, "default", Account), () => Stream.Null));
}
