using System.Text;
using DirectRoute.Core.Gateway;
using DirectRoute.Local.Lambda.Permissions;

namespace DirectRoute.Local.Tests.Lambda.Permissions;

public sealed class PolicyAnswerTests
{
    [Theory]
    [InlineData(501, "unknown operation", "GetPolicy was answered with status 501: unknown operation")]
    [InlineData(404, "<html>no such page</html>", "GetPolicy was answered with status 404: <html>no such page</html>")]
    [InlineData(403, """{"Message": "User is not authorized"}""", "GetPolicy was answered with status 403")]
    [InlineData(200, "", "GetPolicy was answered without a policy")]
    [InlineData(200, "[]", "GetPolicy was answered without a policy")]
    [InlineData(200, """{"Policy": {}}""", "GetPolicy was answered without a policy")]
    [InlineData(200, """{"Policy": "\ud800"}""", "GetPolicy was answered without a policy")]
    public void Read_NoPolicy_SaysWhatCameInstead(int status, string body, string why) =>
        Assert.StartsWith(why, Assert.IsType<FunctionPolicyLookup.Failed>(Read(status, body)).Why, StringComparison.Ordinal);

    [Fact]
    public void Read_LongAnswer_IsQuotedInPart() =>
        Assert.InRange(Assert.IsType<FunctionPolicyLookup.Failed>(Read(500, new string('x', 1_000_000))).Why.Length, 200, 300);

    /// <summary>AWS names its errors in a header, emulators also in the body.</summary>
    [Theory]
    [InlineData("ResourceNotFoundException:http://internal.amazon.com/", "{}")]
    [InlineData(null, """{"Type": "User", "__type": "ResourceNotFoundException", "message": "Function not found"}""")]
    public void Read_LambdasOwn404_IsThatThereIsNone(string? header, string body) => Assert.IsType<FunctionPolicyLookup.Missing>(
        PolicyAnswer.Read(new BackendResponse { StatusCode = 404, Headers = header is null ? NamedValues.Headers() : NamedValues.Headers(("x-amzn-errortype", header)), Body = Encoding.UTF8.GetBytes(body) }));

    private static FunctionPolicyLookup Read(int status, string body) => PolicyAnswer.Read(new BackendResponse { StatusCode = status, Body = Encoding.UTF8.GetBytes(body) });
}
