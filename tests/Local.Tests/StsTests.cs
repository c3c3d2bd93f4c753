using System.Net.Http.Headers;
using System.Xml.Linq;

namespace DirectRoute.Local.Tests;

/// <summary>STS in its query protocol.</summary>
public sealed class StsTests(LocalFixture local) : IClassFixture<LocalFixture>
{
    private static readonly HttpClient Http = new();
    private static readonly XNamespace Ns = "https://sts.amazonaws.com/doc/2011-06-15/";

    [Fact]
    public async Task GetCallerIdentity_AnyKey_IsOfTheDefaultAccount()
    {
        var (status, body) = await CallAsync("local", "Action=GetCallerIdentity&Version=2011-06-15");

        Assert.Equal(200, status);
        Assert.Equal("123456789012", body.Element(Ns + "GetCallerIdentityResult")!.Element(Ns + "Account")!.Value);
    }

    [Fact]
    public async Task AssumeRole_RoleOfAnotherAccount_GivesAKeyOfThatAccount()
    {
        var (_, assumed) = await CallAsync("local", "Action=AssumeRole&RoleArn=arn:aws:iam::210987654321:role/path/deploy&RoleSessionName=me");
        var key = assumed.Element(Ns + "AssumeRoleResult")!.Element(Ns + "Credentials")!.Element(Ns + "AccessKeyId")!.Value;

        var (_, body) = await CallAsync(key, "Action=GetCallerIdentity");
        var identity = body.Element(Ns + "GetCallerIdentityResult")!;

        Assert.Equal("210987654321", identity.Element(Ns + "Account")!.Value);
        Assert.Equal("arn:aws:sts::210987654321:assumed-role/deploy/me", identity.Element(Ns + "Arn")!.Value);
        await local.NewApiAsync();
        using var other = local.RestAs(key);
        Assert.Empty((await other.GetRestApisAsync(new())).Items ?? []);
    }

    [Theory]
    [InlineData("Action=AssumeRole&RoleArn=nothing&RoleSessionName=me", "ValidationError")]
    [InlineData("Action=AssumeRole&RoleArn=arn:aws:iam::210987654321:role/r&RoleSessionName=%00%01", "ValidationError")]
    [InlineData("Action=AssumeRole&RoleArn=arn:aws:iam::210987654321:role/r&RoleSessionName=me&DurationSeconds=1", "ValidationError")]
    [InlineData("Action=Nothing", "InvalidAction")]
    [InlineData("", "InvalidAction")]
    public async Task Call_Mistake_IsAnErrorInXml(string query, string expected)
    {
        var (status, body) = await CallAsync("local", query);

        Assert.Equal(400, status);
        Assert.Equal(expected, body.Element(Ns + "Error")!.Element(Ns + "Code")!.Value);
    }

    private async Task<(int Status, XElement Body)> CallAsync(string key, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, local.Address);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256", $"Credential={key}/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=0");
        request.Content = new StringContent(query);
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var response = await Http.SendAsync(request);
        return ((int)response.StatusCode, XElement.Parse(await response.Content.ReadAsStringAsync()));
    }
}
