using DirectRoute.Core.Gateway;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.Tests.Services;

public sealed class SignatureV4Tests
{
    /// <summary>The example that AWS's documentation of Signature Version 4 goes through step by step.</summary>
    [Fact]
    public void Sign_ExampleOfTheDocumentation_GivesItsSignature()
    {
        var call = new SignedCall(
            "GET", new Uri("https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08"),
            NamedValues.Headers(("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")), default);
        var credentials = new ServiceCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null);

        var signed = SignatureV4.Sign(call, credentials, "us-east-1", "iam", new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero));

        Assert.Equal(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, "
            + "Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
            signed.Last("Authorization"));
    }
}
