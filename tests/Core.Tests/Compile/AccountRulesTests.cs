using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Tests.Compile;

public sealed class AccountRulesTests
{
    [Theory]
    [InlineData("sqs:SendMessage")]
    [InlineData("SQS:send*")]
    [InlineData("aws-marketplace:*")]
    [InlineData("*")]
    [InlineData("sqs*")]
    [InlineData("s?s?SendMessage")]
    public void Check_ActionThatCanMatch_IsWellTaken(string action) => Assert.Empty(Check(action));

    [Theory]
    [InlineData("SendMessage")]
    [InlineData("sqs:")]
    [InlineData(":SendMessage")]
    [InlineData("sqs:SendMessage ")]
    [InlineData("sqs:SendMessage\n")]
    [InlineData("sqs.SendMessage*")]
    [InlineData("")]
    public void Check_ActionThatCannotMatch_IsWarnedOf(string action)
    {
        var diagnostic = Assert.Single(Check("sqs:*", action));

        Assert.Equal((DiagnosticSeverity.Warning, Reasons.InvalidValue, "spec.grants[1].actions[1]"), (diagnostic.Severity, diagnostic.Reason, diagnostic.Field));
        Assert.Contains($"\"{action}\" matches no action", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_NoGrants_SaysNothing() => Assert.Empty(AccountRules.Check(new AwsAccountSpec { Region = "us-east-1" }));

    private static ValueList<Diagnostic> Check(params string[] actions) => AccountRules.Check(new AwsAccountSpec
    {
        Region = "us-east-1",
        Grants = [new() { Actions = ["*"], Resources = ["*"] }, new() { Actions = actions, Resources = ["*"] }],
    });
}
