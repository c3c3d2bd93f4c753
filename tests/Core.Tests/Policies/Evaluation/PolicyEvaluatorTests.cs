using DirectRoute.Core.Policies.Evaluation;

namespace DirectRoute.Core.Tests.Policies.Evaluation;

public sealed class PolicyEvaluatorTests
{
    private const string Role = "arn:aws:iam::123456789012:role/orders";
    private const string Session = "arn:aws:sts::123456789012:assumed-role/orders/session";
    private const string Queue = "arn:aws:sqs:us-east-1:123456789012:orders";

    private static readonly AccessPrincipal Principal = AccessPrincipal.Role(Role, Session);

    private static AccessRequest Request(string action = "sqs:SendMessage", string? resource = Queue, AccessPrincipal? principal = null) =>
        new(principal ?? Principal, action, resource, ContextKeys.None);

    private static IamPolicy Policy(params string[] statements) =>
        IamPolicy.Parse("p", $$"""{"Version": "2012-10-17", "Statement": [{{string.Join(',', statements.Select(s => s.Replace('\'', '"')))}}]}""");

    private static AccessDecision Decide(params string[] statements) => PolicyEvaluator.Evaluate(new AccessRules { Identity = [Policy(statements)] }, Request());

    [Theory]
    [InlineData("{'Effect': 'Allow', 'Action': 'sqs:SendMessage', 'Resource': '*'}", true)]
    [InlineData("{'Effect': 'Allow', 'Action': 'SQS:send*', 'Resource': 'arn:aws:sqs:*:123456789012:ord*'}", true)]
    [InlineData("{'Effect': 'Allow', 'Action': ['sqs:ReceiveMessage'], 'Resource': '*'}", false)]
    [InlineData("{'Effect': 'Allow', 'Action': '*', 'Resource': 'arn:aws:sqs:us-east-1:123456789012:other'}", false)]
    [InlineData("{'Effect': 'Allow', 'NotAction': 'iam:*', 'Resource': '*'}", true)]
    [InlineData("{'Effect': 'Allow', 'NotAction': ['iam:*', 'sqs:*'], 'Resource': '*'}", false)]
    [InlineData("{'Effect': 'Allow', 'Action': '*', 'NotResource': 'arn:aws:sqs:*:*:other'}", true)]
    [InlineData("{'Effect': 'Allow', 'Action': '*', 'NotResource': 'arn:aws:sqs:*:*:orders'}", false)]
    public void Evaluate_OneStatement_IsAboutItsActionsAndResources(string statement, bool allowed) => Assert.Equal(allowed, Decide(statement).IsAllowed);

    [Fact]
    public void Evaluate_AllowAndDeny_SaysWhichStatementDenies()
    {
        var decision = Decide("{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}", "{'Sid': 'NoSending', 'Effect': 'Deny', 'Action': 'sqs:Send*', 'Resource': '*'}");

        Assert.Equal((AccessVerdict.ExplicitDeny, new DecidingStatement("p", 2, "NoSending")), (decision.Verdict, decision.By));
        Assert.Equal($"statement 2 (NoSending) of p denies sqs:SendMessage on {Queue}", decision.Reason);
    }

    [Theory]
    [InlineData("{'Effect': 'Allow', 'Action': 'sqs:SendMessage', 'Resource': 'arn:aws:sqs:us-east-1:123456789012:other'}", "; statement 1 of p allows it on arn:aws:sqs:us-east-1:123456789012:other")]
    [InlineData("{'Effect': 'Allow', 'Action': 'sqs:ReceiveMessage', 'Resource': '*'}", "; statement 1 of p allows sqs:ReceiveMessage there")]
    [InlineData("{'Effect': 'Allow', 'Action': 'sqs:*', 'Resource': '*', 'Condition': {'Bool': {'aws:SecureTransport': true}}}", "; statement 1 of p allows it only if Bool aws:SecureTransport true; the request has no aws:SecureTransport")]
    [InlineData("{'Effect': 'Allow', 'Action': 'sns:*', 'Resource': 'arn:aws:sns:*'}", "")]
    [InlineData("{'Effect': 'Allow', 'Action': ['a:a', 'b:b', 'c:c', 'd:d', 'e:e'], 'Resource': '*'}", "; statement 1 of p allows a:a, b:b, c:c and 2 more there")]
    public void Evaluate_NothingAllows_SaysWhatComesNearest(string statement, string near)
    {
        var decision = Decide(statement);

        Assert.Equal((AccessVerdict.ImplicitDeny, null), (decision.Verdict, decision.By));
        Assert.Equal($"no statement allows sqs:SendMessage on {Queue}{near}", decision.Reason);
    }

    [Fact]
    public void Evaluate_NoPolicy_SaysSo() =>
        Assert.EndsWith(": there is no policy at all", PolicyEvaluator.Evaluate(new AccessRules(), Request()).Reason, StringComparison.Ordinal);

    [Fact]
    public void Evaluate_UnreadablePolicy_SaysWhatIsWrongWithIt()
    {
        var decision = Decide("{'Effect': 'Perhaps', 'Action': '*', 'Resource': '*'}");

        Assert.EndsWith("; p cannot be read: statement 1: Effect must be Allow or Deny", decision.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{'Effect': 'Allow', 'Action': 'sqs:*', 'Resource': 'arn:aws:sqs:*:*:other'}", true)]
    [InlineData("{'Effect': 'Allow', 'Action': 'sns:*', 'Resource': '*'}", false)]
    public void Evaluate_UnknownResource_IsAllowedByAnyStatementOfTheAction(string statement, bool allowed)
    {
        var rules = new AccessRules { Identity = [Policy(statement, "{'Effect': 'Deny', 'Action': '*', 'Resource': 'arn:aws:sqs:*:*:secret'}")] };

        Assert.Equal(allowed, PolicyEvaluator.Evaluate(rules, Request(resource: null)).IsAllowed);
    }

    [Fact]
    public void Evaluate_UnknownResourceThatIsDeniedEverywhere_IsDenied() =>
        Assert.Equal(AccessVerdict.ExplicitDeny, PolicyEvaluator.Evaluate(
            new AccessRules { Identity = [Policy("{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}", "{'Effect': 'Deny', 'Action': 'sqs:*', 'Resource': '*'}")] },
            Request(resource: null)).Verdict);

    [Theory]
    [InlineData("sqs:*", true)]
    [InlineData("sns:*", false)]
    public void Evaluate_Boundary_MustAllowToo(string bound, bool allowed)
    {
        var rules = new AccessRules
        {
            Identity = [Policy("{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}")],
            Boundary = Policy($"{{'Effect': 'Allow', 'Action': '{bound}', 'Resource': '*'}}"),
        };
        var decision = PolicyEvaluator.Evaluate(rules, Request());

        Assert.Equal((allowed, !allowed), (decision.IsAllowed, decision.IsBoundary));
    }

    [Fact]
    public void Evaluate_BoundaryAlone_AllowsNothing() =>
        Assert.False(PolicyEvaluator.Evaluate(new AccessRules { Boundary = Policy("{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}") }, Request()).IsAllowed);

    /// <summary>AWS documents: within an account either policy is enough, but one for the account only leaves it to the account's own policies.</summary>
    [Theory]
    [InlineData("'*'", "123456789012", true)]
    [InlineData("{'AWS': 'arn:aws:iam::123456789012:role/orders'}", "123456789012", true)]
    [InlineData("{'AWS': 'arn:aws:sts::123456789012:assumed-role/orders/session'}", "123456789012", true)]
    [InlineData("{'AWS': '123456789012'}", "123456789012", false)]
    [InlineData("{'AWS': 'arn:aws:iam::123456789012:root'}", "123456789012", false)]
    [InlineData("{'AWS': 'arn:aws:iam::123456789012:role/other'}", "123456789012", false)]
    [InlineData("{'Service': 'apigateway.amazonaws.com'}", "123456789012", false)]
    [InlineData("'*'", "210987654321", false)]
    public void Evaluate_ResourcePolicyAlone_IsEnoughWithinTheAccountForWhomItNames(string principal, string account, bool allowed)
    {
        var rules = new AccessRules { Resource = Policy($"{{'Effect': 'Allow', 'Principal': {principal}, 'Action': 'sqs:*', 'Resource': '*'}}") };

        Assert.Equal(allowed, PolicyEvaluator.Evaluate(rules, Request(resource: $"arn:aws:sqs:us-east-1:{account}:orders")).IsAllowed);
    }

    [Theory]
    [InlineData("{'AWS': '123456789012'}", true)]
    [InlineData("{'AWS': '111111111111'}", false)]
    public void Evaluate_AcrossAccounts_BothPoliciesMustAllow(string principal, bool allowed)
    {
        var rules = new AccessRules
        {
            Identity = [Policy("{'Effect': 'Allow', 'Action': 'sqs:*', 'Resource': '*'}")],
            Resource = Policy($"{{'Effect': 'Allow', 'Principal': {principal}, 'Action': 'sqs:*', 'Resource': '*'}}"),
        };

        Assert.Equal(allowed, PolicyEvaluator.Evaluate(rules, Request(resource: "arn:aws:sqs:us-east-1:210987654321:orders")).IsAllowed);
    }

    [Theory]
    [InlineData("{'AWS': ['arn:aws:iam::123456789012:role/orders', 'arn:aws:iam::123456789012:root']}", true)]
    [InlineData("{'AWS': 'arn:aws:iam::123456789012:root'}", false)]
    [InlineData("{'AWS': 'arn:aws:iam::123456789012:role/other'}", false)]
    public void Evaluate_NotPrincipal_DeniesAllButThoseNamed(string principal, bool allowed)
    {
        var rules = new AccessRules
        {
            Identity = [Policy("{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}")],
            Resource = Policy($"{{'Effect': 'Deny', 'NotPrincipal': {principal}, 'Action': '*', 'Resource': '*'}}"),
        };

        Assert.Equal(allowed, PolicyEvaluator.Evaluate(rules, Request()).IsAllowed);
    }

    /// <summary>The policy of a Lambda function as API Gateway's documentation has it added.</summary>
    [Theory]
    [InlineData("arn:aws:execute-api:us-east-1:123456789012:a1b2c3/prod/GET/pets", true)]
    [InlineData("arn:aws:execute-api:us-east-1:123456789012:a1b2c3/prod/POST/pets", false)]
    [InlineData("arn:aws:execute-api:us-east-1:123456789012:other/prod/GET/pets", false)]
    public void Evaluate_PolicyOfAFunction_AllowsTheMethodsThatItNames(string source, bool allowed)
    {
        const string Function = "arn:aws:lambda:us-east-1:123456789012:function:pets";
        var policy = Policy($$"""
            {'Sid': 'api', 'Effect': 'Allow', 'Principal': {'Service': 'apigateway.amazonaws.com'}, 'Action': 'lambda:InvokeFunction', 'Resource': '{{Function}}',
             'Condition': {'ArnLike': {'AWS:SourceArn': 'arn:aws:execute-api:us-east-1:123456789012:a1b2c3/*/GET/pets'} } }
            """);
        var request = new AccessRequest(
            AccessPrincipal.Service("apigateway.amazonaws.com"), "lambda:InvokeFunction", Function, ContextKeys.Of(("aws:SourceArn", source)));

        Assert.Equal(allowed, PolicyEvaluator.Evaluate(new AccessRules { Resource = policy }, request).IsAllowed);
    }

    /// <summary>AWS's example of a home folder for each user.</summary>
    [Theory]
    [InlineData("2012-10-17", "ann", "home/ann/x", true)]
    [InlineData("2012-10-17", "ann", "home/bob/x", false)]
    [InlineData("2012-10-17", "*", "home/bob/x", false)]
    [InlineData("2012-10-17", null, "home/anonymous/x", true)]
    [InlineData("2008-10-17", "ann", "home/ann/x", false)]
    [InlineData("2008-10-17", "ann", "home/${aws:username, 'anonymous'}/x", true)]
    public void Evaluate_PolicyVariable_IsFilledInByItsVersion(string version, string? user, string key, bool allowed)
    {
        var policy = IamPolicy.Parse("p", $$"""
            {"Version": "{{version}}", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::bucket/home/${aws:username, 'anonymous'}/*"} }
            """);
        var context = user is null ? ContextKeys.None : ContextKeys.Of(("aws:username", user));
        var request = new AccessRequest(Principal, "s3:GetObject", $"arn:aws:s3:::bucket/{key}", context);

        Assert.Equal(allowed, PolicyEvaluator.Evaluate(new AccessRules { Identity = [policy] }, request).IsAllowed);
    }

    [Theory]
    [InlineData("uploads/${*}", "uploads/*", true)]
    [InlineData("uploads/${*}", "uploads/a", false)]
    [InlineData("${$}a${?}*", "$a?b", true)]
    [InlineData("${aws:username}", "", false)]
    [InlineData("${unclosed", "${unclosed", true)]
    public void Evaluate_EscapedWildcard_IsItself(string pattern, string key, bool allowed)
    {
        var policy = Policy($"{{'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::bucket/{pattern}'}}");

        Assert.Equal(allowed, PolicyEvaluator.Evaluate(new AccessRules { Identity = [policy] }, Request("s3:PutObject", $"arn:aws:s3:::bucket/{key}")).IsAllowed);
    }

    [Theory]
    [InlineData("", "it is no JSON object, or one that is too long, too deep, or names a member twice")]
    [InlineData("null", "it is no JSON object, or one that is too long, too deep, or names a member twice")]
    [InlineData("""{"Version": "2012-10-17"}""", "Statement must be a statement or a list of them")]
    [InlineData("""{"Version": "2020-01-01", "Statement": []}""", "Version must be 2012-10-17 or 2008-10-17")]
    [InlineData("""{"Statements": []}""", "a policy has no element Statements")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}, {"Effect": "Allow", "Action": [], "Resource": "*"}]}""", "statement 2: it must have Action or NotAction, a text or a list of texts")]
    [InlineData("""{"Statement": {"Effect": "Allow", "Action": "*", "NotAction": "*", "Resource": "*"}}""", "statement 1: it must have Action or NotAction, a text or a list of texts")]
    [InlineData("""{"Statement": {"Effect": "Allow", "Action": "*", "Resource": 1}}""", "statement 1: Resource or NotResource must be a text or a list of texts, and only one of the two")]
    [InlineData("""{"Statement": {"Effect": "Allow", "Action": "*", "Resources": "*"}}""", "statement 1: there is no element Resources")]
    [InlineData("""{"Statement": {"Effect": "Allow", "Action": "*", "Principal": {"Aws": "*"}}}""", "statement 1: Principal or NotPrincipal must be \"*\" or an object of AWS, Service, Federated and CanonicalUser, and only one of the two")]
    [InlineData("""{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"StringIs": {"a": "b"}}}}""", "statement 1: there is no condition operator StringIs")]
    [InlineData("""{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"StringEquals": {"a": {}}}}}""", "statement 1: StringEquals a must be a text, a number, true, false, or a list of them")]
    public void Parse_WhatIamRefuses_AllowsNothingAndSaysWhy(string json, string fault)
    {
        var policy = IamPolicy.Parse("p", json);

        Assert.Equal(fault, policy.Fault);
        Assert.Empty(policy.Statements);
    }
}
