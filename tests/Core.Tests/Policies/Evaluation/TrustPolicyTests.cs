using DirectRoute.Core.Planning;
using DirectRoute.Core.Policies;
using DirectRoute.Core.Policies.Evaluation;

namespace DirectRoute.Core.Tests.Policies.Evaluation;

public sealed class TrustPolicyTests
{
    private const string Role = "arn:aws:iam::123456789012:role/orders";

    private static AccessDecision Decide(string policy) => TrustPolicy.ByApiGateway(Role, IamPolicy.Parse("the trust policy", policy), ContextKeys.None);

    [Fact]
    public void ByApiGateway_TheOperatorsOwnPolicy_IsAllowed() => Assert.True(Decide(PolicyDocument.Write(TrustPolicies.ApiGateway)).IsAllowed);

    [Theory]
    [InlineData("""{"Service": ["lambda.amazonaws.com", "apigateway.amazonaws.com"]}""", "sts:AssumeRole", true)]
    [InlineData("""{"Service": "lambda.amazonaws.com"}""", "sts:AssumeRole", false)]
    [InlineData("""{"AWS": "123456789012"}""", "sts:AssumeRole", false)]
    [InlineData("""{"Federated": "apigateway.amazonaws.com"}""", "sts:AssumeRole", false)]
    [InlineData("""{"Service": "apigateway.amazonaws.com"}""", "sts:TagSession", false)]
    public void ByApiGateway_Principal_MustBeTheService(string principal, string action, bool allowed) =>
        Assert.Equal(allowed, Decide($$"""{"Statement": {"Effect": "Allow", "Principal": {{principal}}, "Action": "{{action}}"} }""").IsAllowed);

    /// <summary>Found on AWS by users: API Gateway sends no such key when it assumes the role of an integration.</summary>
    [Fact]
    public void ByApiGateway_ConditionOnTheSource_IsNeverMetAndSaysWhy()
    {
        var decision = Decide("""
            {"Statement": {"Effect": "Allow", "Principal": {"Service": "apigateway.amazonaws.com"}, "Action": "sts:AssumeRole",
             "Condition": {"StringEquals": {"aws:SourceAccount": "123456789012"}}}}
            """);

        Assert.False(decision.IsAllowed);
        Assert.Contains("allows it only if StringEquals aws:SourceAccount 123456789012; the request has no aws:SourceAccount", decision.Reason, StringComparison.Ordinal);
    }
}
