using DirectRoute.Core.Compile;
using DirectRoute.Core.Model;
using DirectRoute.Core.OpenApi;

namespace DirectRoute.Core.Tests.OpenApi;

public sealed class RoundTripTests
{
    [Fact]
    public void Read_OfWhatWasWritten_IsTheSameModel() => RandomApi.ForAll(api =>
    {
        var written = OpenApiWriter.Write(api);

        var read = OpenApiReader.Read(written.Document, api.Protocol, OutsideDocument.Of(api));

        Assert.Empty(written.Losses);
        Assert.DoesNotContain(read.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        AssertSame(api, read.Api);
    });

    [Fact]
    public void Read_OfTheTextThatWasWritten_IsTheSameModel() => RandomApi.ForAll(api =>
    {
        var text = OpenApiWriter.Write(api).ToUtf8(indented: api.DisableExecuteApiEndpoint);

        Assert.Equal(api, OpenApiReader.Read(text, api.Protocol, OutsideDocument.Of(api)).Api);
    });

    [Fact]
    public void Write_OfAnEqualModel_IsTheSameText() => RandomApi.ForAll(api =>
    {
        var again = OpenApiReader.Read(OpenApiWriter.Write(api).Document, api.Protocol, OutsideDocument.Of(api)).Api!;

        Assert.Equal(OpenApiWriter.Write(api).ToUtf8(), OpenApiWriter.Write(again).ToUtf8());
    });

    /// <summary>A difference between two routes is read more easily than one between two APIs.</summary>
    private static void AssertSame(ApiModel expected, ApiModel? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Routes, (IEnumerable<RouteModel>)actual.Routes);
        Assert.Equal(expected.Authorizers, (IEnumerable<AuthorizerModel>)actual.Authorizers);
        Assert.Equal(expected, actual);
    }
}
