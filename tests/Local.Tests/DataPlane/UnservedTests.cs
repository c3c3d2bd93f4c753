using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Local.DataPlane.Rest;

namespace DirectRoute.Local.Tests.DataPlane;

public sealed class UnservedTests
{
    /// <summary>What the control plane let in must fail its own method, never the deployment that it is in.</summary>
    [Theory]
    [InlineData("GET", "MOCK", null, null)]
    [InlineData("ANY", "HTTP", "POST", null)]
    [InlineData("GET", "HTTP", "A B", 500)]
    [InlineData("GET", "SOAP", "POST", 500)]
    [InlineData("BREW", "MOCK", null, 500)]
    [InlineData("POST", "AWS_PROXY", "POST", 501)]
    [InlineData("POST", "AWS_PROXY", "POST", null, "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations")]
    public void Fault_Method_SaysWhyItIsNotServed(string method, string type, string? called, int? status, string? uri = null)
    {
        var fault = Unserved.Fault(new RestMethod { HttpMethod = method, MethodIntegration = new RestIntegration { Type = type, HttpMethod = called, Uri = uri } });

        Assert.Equal(status, fault?.StatusCode);
    }

    [Fact]
    public void Fault_NoIntegration_IsAMistakeOfTheApi() => Assert.Equal(500, Unserved.Fault(new RestMethod { HttpMethod = "GET" })?.StatusCode);
}
