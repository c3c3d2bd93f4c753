using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;
using DirectRoute.Operator.Resources;
using DirectRoute.Operator.Sync;

namespace DirectRoute.Operator.Tests.Sync;

/// <summary>What cannot be changed once something is in AWS.</summary>
public sealed class ImmutableFieldsTests
{
    private const string Made = $"arn:aws:iam::{FakeCloud.AccountId}:role/made";
    private static readonly AccountFacts Account = new() { Name = "default", AccountId = FakeCloud.AccountId, Partition = "aws", Region = "us-east-1" };
    private static readonly DirectApiStatus There = new() { ApiId = "a1", Protocol = ApiProtocol.REST, Region = "us-east-1", AccountId = FakeCloud.AccountId };

    [Theory]
    [InlineData(ApiProtocol.REST, null, FakeCloud.AccountId, null)]
    [InlineData(ApiProtocol.REST, "us-east-1", FakeCloud.AccountId, null)]
    [InlineData(ApiProtocol.HTTP, null, FakeCloud.AccountId, "spec.protocol: cannot be changed from REST to HTTP")]
    [InlineData(ApiProtocol.REST, "eu-west-1", FakeCloud.AccountId, "spec.region: cannot be changed from us-east-1 to eu-west-1")]
    [InlineData(ApiProtocol.REST, null, "999999999999", "spec.accountRef: cannot be changed from account 123456789012 to account 999999999999")]
    public void Api_InAws_IsComparedWithWhatIsThere(ApiProtocol protocol, string? region, string account, string? expected)
    {
        var api = World.Api(spec: new DirectApiSpec { Protocol = protocol, Region = region }, status: There);

        var failure = ImmutableFields.Check(api, Account with { AccountId = account });

        if (expected is null) Assert.Null(failure);
        else Assert.StartsWith(expected, failure!.Message, StringComparison.Ordinal);
        Assert.Equal(expected is null ? null : "ImmutableField", failure?.Reason);
    }

    [Fact]
    public void Api_NothingInAwsYet_MayBeAnything() =>
        Assert.Null(ImmutableFields.Check(World.Api(spec: new DirectApiSpec { Protocol = ApiProtocol.HTTP }, status: There with { ApiId = null }), Account));

    [Theory]
    [InlineData(Made, true, null)]
    [InlineData($"arn:aws:iam::{FakeCloud.AccountId}:role/other", true, "ImmutableField")]
    [InlineData($"arn:aws:iam::{FakeCloud.AccountId}:role/other", false, null)]
    [InlineData(null, true, null)]
    public void Role_ThatWeMade_KeepsItsArn(string? arn, bool isOurs, string? reason)
    {
        var role = World.Role(status: new IntegrationRoleStatus { Arn = Made }, finalizers: isOurs ? [ResourceFinalizers.Name] : []);

        Assert.Equal(reason, ImmutableFields.Check(role, arn)?.Reason);
    }

    [Theory]
    [InlineData(FakeCloud.AccountId, true)]
    [InlineData("999999999999", false)]
    public void Role_InAnAccount_StaysThere(string account, bool isAllowed)
    {
        var role = World.Role(status: new IntegrationRoleStatus { Arn = Made });

        Assert.Equal(isAllowed, ImmutableFields.CheckAccount(role, Account with { AccountId = account }) is null);
    }

    [Theory]
    [InlineData("arn:aws:iam::1:role/made", "made", "1")]
    [InlineData("arn:aws:iam::1:role/a/b/made", "made", "1")]
    [InlineData("made", "made", null)]
    public void Arn_TellsNameAndAccount(string arn, string name, string? account)
    {
        Assert.Equal(name, Arns.NameOf(arn));
        Assert.Equal(account, Arns.AccountOf(arn));
    }
}
