using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DirectRoute.Core.Expressions;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Core.Tests.Expressions;

/// <summary>That neither a manifest nor a request can leave the JSON string that it is put into.</summary>
public sealed partial class EscapingTests
{
    private static readonly string[] Pieces = ["\"", "\\", "'", "\\'", "\\\"", "$", "#", "${e1}", "#set($v1 = 1)", "\n", "\0", "é", "\U0001F600", "</", ",\"QueueUrl\":\"", "a"];

    private static readonly Arbitrary<string> Hostile = Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Escape_AnyConstant_ReadsBackAndMeansNothingToVelocity() => Prop.ForAll(Hostile, text =>
    {
        var quoted = JsonText.Quote(text);
        Assert.Equal(text, JsonSerializer.Deserialize<string>(quoted));
        Assert.DoesNotContain('$', quoted);
        Assert.DoesNotContain('#', quoted);
        Assert.DoesNotMatch(@"\\(?!u)", quoted);
    }).QuickCheckThrowOnFailure();

    /// <summary>What the template does with a value of the request, step by step.</summary>
    [Fact]
    public void Template_AnyValue_ReadsBackFromTheJsonString() => Prop.ForAll(Hostile, value =>
    {
        var escaped = ApostropheEscape().Replace(EscapeJavaScript(value), "'");
        Assert.Equal(value, JsonSerializer.Deserialize<string>($"\"{escaped}\""));
    }).QuickCheckThrowOnFailure();

    /// <summary>As Java's commons-lang 2 does it, which API Gateway runs.</summary>
    private static string EscapeJavaScript(string value)
    {
        var escaped = new StringBuilder();
        foreach (var c in value)
        {
            if (c is '"' or '\'' or '\\' or '/') escaped.Append('\\').Append(c);
            else if (c is >= ' ' and < (char)0x7f) escaped.Append(c);
            else escaped.Append(c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", '\b' => "\\b", '\f' => "\\f", _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") });
        }
        return escaped.ToString();
    }

    [GeneratedRegex(@"\\'")]
    private static partial Regex ApostropheEscape();
}
