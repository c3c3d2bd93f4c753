using DirectRoute.Local.Lambda;

namespace DirectRoute.Local.Tests.Lambda;

public sealed class FunctionReferenceTests
{
    private const string Arn = "arn:aws:lambda:eu-west-1:123456789012:function:orders";

    [Theory]
    [InlineData("arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/" + Arn + "/invocations", Arn)]
    [InlineData("arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/" + Arn + ":live/invocations", Arn + ":live")]
    [InlineData("arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-west-1%3A123456789012%3Afunction%3Aorders/invocations", Arn)]
    [InlineData(Arn + ":2", Arn + ":2")]
    public void OfUri_Function_IsIt(string uri, string arn) => Assert.Equal(arn, FunctionReference.OfUri(uri)?.Arn);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://example.com")]
    [InlineData("arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions//invocations")]
    [InlineData("arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/" + Arn)]
    [InlineData("arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/" + Arn + ":/invocations")]
    [InlineData("arn:aws:apigateway:eu-west-1:sqs:path/2015-03-31/functions/" + Arn + "/invocations")]
    [InlineData("arn:aws:lambda:eu-west-1:123456789012:layer:orders")]
    public void OfUri_AnythingElse_IsNone(string? uri) => Assert.Null(FunctionReference.OfUri(uri));
}
