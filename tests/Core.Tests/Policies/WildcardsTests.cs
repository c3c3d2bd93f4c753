using DirectRoute.Core.Policies;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Core.Tests.Policies;

public sealed class WildcardsTests
{
    private static readonly Gen<string> Pattern = Text('a', 'b', ':', '*', '?');
    private static readonly Gen<string> Plain = Text('a', 'b', ':');

    [Theory]
    [InlineData("sqs:SendMessage", "SQS:sendmessage", true)]
    [InlineData("sqs:Send*", "sqs:SendMessageBatch", true)]
    [InlineData("s3:?etObject", "s3:GetObject", true)]
    [InlineData("s3:?etObject", "s3:etObject", false)]
    [InlineData("*", "kms:Decrypt", true)]
    [InlineData("sqs:*", "sns:Publish", false)]
    [InlineData("sqs:Send", "sqs:SendMessage", false)]
    public void MatchesAction_Pattern_HasNoCase(string pattern, string action, bool matches) => Assert.Equal(matches, Wildcards.MatchesAction(pattern, action));

    [Theory]
    [InlineData("*", "arn:aws:sqs:us-east-1:123456789012:q", true)]
    [InlineData("arn:aws:sqs:*", "arn:aws:sqs:us-east-1:123456789012:q", true)]
    [InlineData("arn:aws:sqs:*:123456789012:q", "arn:aws:sqs:us-east-1:123456789012:q", true)]
    [InlineData("arn:aws:sqs:us-*-1:123456789012:q", "arn:aws:sqs:us-east-1:123456789012:q", true)]
    // A star within its part stays in it.
    [InlineData("arn:aws:sqs:u*2:q", "arn:aws:sqs:us-east-1:123456789012:q", false)]
    [InlineData("arn:aws:sqs:us-east-1?123456789012:q", "arn:aws:sqs:us-east-1:123456789012:q", false)]
    // The last part holds colons itself.
    [InlineData("arn:aws:logs:us-east-1:123456789012:log-*:x", "arn:aws:logs:us-east-1:123456789012:log-group:a:b:x", true)]
    [InlineData("arn:aws:s3:::bucket/a?b", "arn:aws:s3:::bucket/a:b", true)]
    [InlineData("arn:aws:s3:::bucket/*", "arn:aws:s3:::bucket", false)]
    [InlineData("arn:aws:s3:::Bucket", "arn:aws:s3:::bucket", false)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    public void MatchesResource_Pattern_KeepsToThePartsOfAnArn(string pattern, string arn, bool matches) => Assert.Equal(matches, Wildcards.MatchesResource(pattern, arn));

    [Theory]
    [InlineData("arn:aws:s3:::b/*", "arn:aws:s3:::b/x/*", true)]
    [InlineData("arn:aws:s3:::b/x/*", "arn:aws:s3:::b/*", false)]
    [InlineData("arn:aws:s3:::b/?", "arn:aws:s3:::b/*", false)]
    [InlineData("arn:aws:s3:::b/?", "arn:aws:s3:::b/?", true)]
    [InlineData("arn:*", "*", false)]
    [InlineData("*", "*", true)]
    [InlineData("arn:aws:s3:::b/*", "arn:aws:s3:::b/${aws:PrincipalTag/team}/x", true)]
    [InlineData("arn:aws:s3:::b/$*", "arn:aws:s3:::b/${aws:PrincipalTag/team}/x", false)]
    public void CoversResource_Pattern_OnlyWhenItMatchesAllThatTheOtherDoes(string pattern, string inner, bool covers) => Assert.Equal(covers, Wildcards.CoversResource(pattern, inner));

    [Fact]
    public void CoversResource_Covers_IsNeverMoreThanMatching() => Prop.ForAll(
        (from outer in Pattern from inner in Pattern from text in Plain select (outer, inner, text)).ToArbitrary(),
        c => Assert.True(!Wildcards.CoversResource(c.outer, c.inner) || !Wildcards.MatchesResource(c.inner, c.text) || Wildcards.MatchesResource(c.outer, c.text), $"{c}"))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void CoversResource_AnyPattern_CoversItself() =>
        Prop.ForAll(Pattern.ToArbitrary(), pattern => Assert.True(Wildcards.CoversResource(pattern, pattern), pattern)).QuickCheckThrowOnFailure();

    [Fact]
    public void MatchesAction_AnyPattern_AgreesWithTheDefinition() => Prop.ForAll(
        (from pattern in Pattern from text in Plain select (pattern, text)).ToArbitrary(),
        c => Assert.Equal(Defined(c.pattern, c.text), Wildcards.MatchesAction(c.pattern, c.text)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    private static bool Defined(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text) => pattern switch
    {
        [] => text.IsEmpty,
        ['*', .. var rest] => Defined(rest, text) || (text is [_, .. var later] && Defined(pattern, later)),
        ['?', .. var rest] => text is [_, .. var later] && Defined(rest, later),
        [var c, .. var rest] => text is [var d, .. var later] && c == d && Defined(rest, later),
    };

    private static Gen<string> Text(params char[] characters) => Gen.Elements(characters).ListOf().Where(t => t.Count < 14).Select(t => string.Concat(t));
}
