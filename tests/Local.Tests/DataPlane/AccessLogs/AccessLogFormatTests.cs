using DirectRoute.Local.DataPlane.AccessLogs;

namespace DirectRoute.Local.Tests.DataPlane.AccessLogs;

public sealed class AccessLogFormatTests
{
    private static readonly Dictionary<string, string?> Values = new(StringComparer.Ordinal)
    {
        ["requestId"] = "r-1",
        ["identity.sourceIp"] = "192.0.2.1",
        ["identity.userAgent"] = "curl \"8\"\n",
        ["requestTime"] = "01/Jan/2026:00:00:00 +0000",
        ["httpMethod"] = "GET",
        ["resourcePath"] = "/users/{id}",
        ["protocol"] = "HTTP/1.1",
        ["status"] = "200",
        ["responseLength"] = "2",
        ["empty"] = "",
        ["error.messageString"] = "\"Forbidden\"",
        ["authorizer.claims.cognito:username"] = "alice",
        ["authorizer.principalId"] = "bob",
    };

    private static string Write(string format) => AccessLogFormat.Parse(format).Write(Values.GetValueOrDefault);

    /// <summary>The examples of AWS's guide: CLF, JSON, XML, CSV.</summary>
    [Theory]
    [InlineData(
        """$context.identity.sourceIp $context.identity.caller $context.identity.user [$context.requestTime] "$context.httpMethod $context.resourcePath $context.protocol" $context.status $context.responseLength $context.requestId""",
        """192.0.2.1 - - [01/Jan/2026:00:00:00 +0000] "GET /users/{id} HTTP/1.1" 200 2 r-1""")]
    [InlineData("""{ "requestId":"$context.requestId", "caller":"$context.identity.caller", "status":"$context.status" }""", """{ "requestId":"r-1", "caller":"-", "status":"200" }""")]
    [InlineData("""<request id="$context.requestId"><status>$context.status</status></request>""", """<request id="r-1"><status>200</status></request>""")]
    [InlineData("$context.identity.sourceIp,$context.identity.caller,$context.status", "192.0.2.1,-,200")]
    public void Write_DocumentedFormat_FillsIt(string format, string expected) => Assert.Equal(expected, Write(format));

    [Theory]
    [InlineData("", "")]
    [InlineData("nothing", "nothing")]
    [InlineData("$context.status", "200")]
    [InlineData("$context.status.", "200.")]
    [InlineData("$context.status:$context.requestId", "200:r-1")]
    [InlineData("$context.requestId-$context.status", "r-1-200")]
    [InlineData("$context.empty$context.noSuchThing", "--")]
    [InlineData("$context. $context $stageVariables.x $Context.status", "$context. $context $stageVariables.x $Context.status")]
    [InlineData("$context.authorizer.claims.cognito:username", "alice")]
    [InlineData("$context.authorizer.principalId:$context.status", "bob:200")]
    [InlineData("$context.context.status", "-")]
    public void Write_Text_ReplacesVariablesOnly(string format, string expected) => Assert.Equal(expected, Write(format));

    [Theory]
    [InlineData("$context.identity.userAgent|", "curl \"8\" |")]
    [InlineData("a\r\nb", "a  b")]
    [InlineData("{\"agent\":\"$context.identity.userAgent\"}", "{\"agent\":\"curl \\\"8\\\"\\n\"}")]
    [InlineData("{\"message\":$context.error.messageString}", "{\"message\":\"Forbidden\"}")]
    public void Write_ValueOfAClient_CannotBreakTheLine(string format, string expected) => Assert.Equal(expected, Write(format));
}
