using DirectRoute.Local.DataPlane.Bodies;

namespace DirectRoute.Local.Tests.DataPlane.Bodies;

public sealed class AcceptedCodingTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("*", null)]
    [InlineData("br, zstd", null)]
    [InlineData("gzip", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("deflate,gzip", "deflate")]
    [InlineData("gzip, deflate, br", "gzip")]
    [InlineData("deflate;q=0.5,gzip;q=1.0", "gzip")]
    [InlineData("gzip;q=1.0,identity;q=0.5,*;q=0", "gzip")]
    [InlineData("gzip;q=0.3, identity", null)]
    [InlineData("gzip;q=0", null)]
    [InlineData("gzip; q=nonsense, deflate;q=0.1", "deflate")]
    [InlineData(",;,=;q=,gzip;level=9;q=0.2", "gzip")]
    public void Of_Header_IsTheNamedCodingOfMostWeight(string? header, string? expected) => Assert.Equal(expected, AcceptedCoding.Of(header));
}
