using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Planning;
using DirectRoute.Core.Policies;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Core.Tests.Planning;

public sealed class PolicyDocumentTests
{
    [Fact]
    public void Write_TrustPolicy_IsWhatIamTakes() => Assert.Equal(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"apigateway.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"1"}}}]}""",
        PolicyDocument.Write(new PolicyModel
        {
            Statements = [new() { ServicePrincipal = "apigateway.amazonaws.com", Actions = ["sts:AssumeRole"], Condition = """{"StringEquals":{"aws:SourceAccount":"1"}}""" }],
        }));

    [Fact]
    public void Parse_WhatWasWritten_IsTheSamePolicy() => RandomModels.ForAll(random =>
    {
        foreach (var policy in random.Role().InlinePolicies.Values) Assert.Equal(policy, PolicyDocument.Parse(PolicyDocument.Write(policy)));
    });

    [Fact]
    public void Parse_AnyText_GivesAPolicy() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => PolicyDocument.Parse(text.Get) is not null).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","NotAction":"sqs:*","Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sqs:*","Resource":"*"}]}""")]
    [InlineData("""{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::${aws:username}"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[null, 5, {"Effect":7}]}""")]
    [InlineData("""{"Statement":[],"Statement":[]}""")]
    [InlineData("[]")]
    public void Parse_WhatTheModelCannotSay_DiffersFromEveryDesiredPolicy(string json) =>
        Assert.Contains(PolicyDocument.Parse(json).Statements, s => s.Other is not null);

    [Theory]
    [InlineData("""{"Bool":{"aws:SecureTransport":"true"}}""", """{"Bool":{"aws:securetransport":[true]}}""", true)]
    [InlineData("""{"StringEquals":{"a":["x","y"]}}""", """{"StringEquals":{"a":["y","x"]}}""", true)]
    [InlineData("""{"StringEquals":{"a":"x"}}""", """{"StringLike":{"a":"x"}}""", false)]
    [InlineData("""{"StringEquals":{"a":"x"}}""", """{"StringEquals":{"a":"X"}}""", false)]
    public void Normalize_Conditions_AreComparedByMeaning(string one, string other, bool same)
    {
        StatementModel Statement(string condition) => new() { Effect = PolicyEffect.Allow, Actions = ["a:b"], Resources = ["*"], Condition = condition };

        Assert.Equal(same, CanonicalPolicy.Of(Statement(one)) == CanonicalPolicy.Of(Statement(other)));
    }
}
