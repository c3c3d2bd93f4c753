using System.Text.Json.Nodes;
using DirectRoute.Core.Policies.Evaluation;
using DirectRoute.Core.Policies.Evaluation.Conditions;

namespace DirectRoute.Core.Tests.Policies.Evaluation;

/// <summary>Operators as AWS documents them. A request has the key <c>k</c> with the values that a case names, one by one between bars.</summary>
public sealed class ConditionTests
{
    [Theory]
    [InlineData("StringEquals", "a", "a", true)]
    [InlineData("StringEquals", "A", "a", false)]
    [InlineData("stringequals", "a", "a", true)]
    [InlineData("StringNotEquals", "A", "a", true)]
    [InlineData("StringEqualsIgnoreCase", "A", "a", true)]
    [InlineData("StringNotEqualsIgnoreCase", "A", "a", false)]
    [InlineData("StringLike", "a*c?", "abbcd", true)]
    [InlineData("StringEquals", "a*", "ab", false)]
    [InlineData("StringNotLike", "a*", "ab", false)]
    [InlineData("NumericEquals", "10", "10.0", true)]
    [InlineData("NumericNotEquals", "10", "11", true)]
    [InlineData("NumericLessThan", "10", "9", true)]
    [InlineData("NumericLessThan", "10", "10", false)]
    [InlineData("NumericLessThanEquals", "10", "10", true)]
    [InlineData("NumericGreaterThan", "10", "9", false)]
    [InlineData("NumericGreaterThanEquals", "10", "1e1", true)]
    [InlineData("NumericEquals", "10", "ten", false)]
    [InlineData("DateEquals", "2026-01-01T00:00:00Z", "1767225600", true)]
    [InlineData("DateNotEquals", "2026-01-01", "2026-01-01T00:00:00Z", false)]
    [InlineData("DateLessThan", "2026-01-02T00:00:00Z", "2026-01-01T23:59:59Z", true)]
    [InlineData("DateLessThanEquals", "2026-01-02", "2026-01-02T01:00:00+01:00", true)]
    [InlineData("DateGreaterThan", "2026-01-02", "2026-01-01", false)]
    [InlineData("DateGreaterThanEquals", "2026-01-02", "2026-01-02", true)]
    [InlineData("DateLessThan", "99999999999999999999", "2026-01-02", false)]
    [InlineData("Bool", "true", "True", true)]
    [InlineData("Bool", "false", "true", false)]
    [InlineData("BinaryEquals", "QmluYXJ5", "QmluYXJ5", true)]
    [InlineData("BinaryEquals", "QmluYXJ5", "QmluYXJ4", false)]
    [InlineData("IpAddress", "203.0.113.0/24", "203.0.113.7", true)]
    [InlineData("IpAddress", "203.0.113.7", "203.0.113.8", false)]
    [InlineData("IpAddress", "2001:db8::/32", "2001:db8:1::1", true)]
    [InlineData("IpAddress", "203.0.113.0/24", "2001:db8::1", false)]
    [InlineData("IpAddress", "0.0.0.0/0", "198.51.100.1", true)]
    [InlineData("IpAddress", "0.0.0.0/33", "198.51.100.1", false)]
    [InlineData("NotIpAddress", "203.0.113.0/24", "203.0.113.7", false)]
    [InlineData("ArnEquals", "arn:aws:sns:*:*:orders", "arn:aws:sns:us-east-1:123456789012:orders", true)]
    [InlineData("ArnLike", "arn:aws:execute-api:us-east-1:123456789012:a/*/GET/*", "arn:aws:execute-api:us-east-1:123456789012:a/prod/GET/pets/1", true)]
    [InlineData("ArnLike", "arn:aws:sns:u*2:orders", "arn:aws:sns:us-east-1:123456789012:orders", false)]
    [InlineData("ArnNotEquals", "arn:aws:sns:*:*:orders", "arn:aws:sns:us-east-1:123456789012:other", true)]
    [InlineData("ArnNotLike", "arn:aws:sns:*:*:orders", "arn:aws:sns:us-east-1:123456789012:orders", false)]
    [InlineData("Null", "true", "x", false)]
    [InlineData("Null", "false", "x", true)]
    public void IsMet_OneValue_IsComparedAsTheOperatorSays(string name, string expected, string given, bool met) => Assert.Equal(met, IsMet(name, $"\"{expected}\"", given));

    [Theory]
    [InlineData("StringEquals", false)]
    [InlineData("StringEqualsIfExists", true)]
    [InlineData("StringNotEquals", true)]
    [InlineData("ForAllValues:StringEquals", true)]
    [InlineData("ForAnyValue:StringEquals", false)]
    [InlineData("ForAnyValue:StringNotEquals", false)]
    [InlineData("ForAnyValue:StringLikeIfExists", true)]
    [InlineData("IpAddress", false)]
    [InlineData("NotIpAddress", true)]
    [InlineData("Null", true)]
    public void IsMet_NoSuchKey_IsWhatTheOperatorSays(string name, bool met) => Assert.Equal(met, IsMet(name, "\"true\"", null));

    [Theory]
    [InlineData("StringEquals", """["x", "a"]""", "a", true)]
    [InlineData("StringNotEquals", """["x", "a"]""", "a", false)]
    [InlineData("StringNotEquals", """["x", "y"]""", "a", true)]
    [InlineData("ForAllValues:StringEquals", """["a", "b"]""", "a|b", true)]
    [InlineData("ForAllValues:StringEquals", """["a", "b"]""", "a|c", false)]
    [InlineData("ForAnyValue:StringEquals", """["a", "b"]""", "c|b", true)]
    [InlineData("ForAnyValue:StringEquals", """["a", "b"]""", "c|d", false)]
    [InlineData("ForAllValues:StringNotEquals", """["a", "b"]""", "c|d", true)]
    [InlineData("ForAllValues:StringNotEquals", """["a", "b"]""", "c|a", false)]
    [InlineData("ForAnyValue:StringNotEquals", """["a", "b"]""", "c|a", true)]
    [InlineData("ForAnyValue:StringNotEquals", """["a", "b"]""", "a|b", false)]
    [InlineData("NumericLessThan", "5", "4", true)]
    [InlineData("Bool", "true", "true", true)]
    public void IsMet_ManyValues_AreAnyOrAll(string name, string expected, string given, bool met) => Assert.Equal(met, IsMet(name, expected, given));

    [Theory]
    [InlineData("StringEquals", "${aws:username}", "ann", true)]
    [InlineData("StringEquals", "${aws:PrincipalTag/team}", "", false)]
    [InlineData("StringNotEquals", "${aws:PrincipalTag/team}", "ann", true)]
    [InlineData("StringEquals", "${aws:PrincipalTag/team, 'ann'}", "ann", true)]
    [InlineData("StringLike", "${aws:username}*", "anna", true)]
    [InlineData("ArnLike", "arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::123456789012:user/ann", true)]
    [InlineData("NumericEquals", "${aws:username}", "ann", false)]
    public void IsMet_Variable_IsFilledInWhereAwsDoes(string name, string expected, string given, bool met) => Assert.Equal(met, IsMet(name, $"\"{expected}\"", given));

    [Theory]
    [InlineData("StringEqualsIfExist")]
    [InlineData("ForSomeValues:StringEquals")]
    [InlineData("NullIfExists")]
    [InlineData("")]
    public void Parse_UnknownOperator_IsNone(string name) => Assert.Null(ConditionOperator.Parse(name));

    private static bool IsMet(string name, string expected, string? given)
    {
        var statement = JsonNode.Parse($$"""{"Condition": {"{{name}}": {"K": {{expected}} } } }""")!.AsObject();
        var context = ContextKeys.Of(("aws:username", "ann"));
        var conditions = ConditionReader.Read(statement, PolicyText.Parse, out _)!.Value;
        return Assert.Single(conditions).IsMet(given is null ? context : context.With("k", given.Split('|')));
    }
}
