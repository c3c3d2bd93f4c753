using System.Security.Cryptography;
using System.Text;
using DirectRoute.Local.DataPlane.Bodies;

namespace DirectRoute.Local.Tests.DataPlane.Bodies;

public sealed class ContentCodingsTests
{
    [Theory]
    [InlineData("gzip", 1)]
    [InlineData("gzip", 100_000)]
    [InlineData("deflate", 1)]
    [InlineData("deflate", 100_000)]
    public void Decode_WhatWasEncoded_IsTheSame(string coding, int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);

        var back = ContentCodings.Decode(coding, ContentCodings.Encode(coding, bytes), length, out _);

        Assert.Equal(bytes, back!.Value.ToArray());
    }

    [Theory]
    [InlineData("gzip", "1f8b080000000000000303000000000000000000")]
    [InlineData("deflate", "789c030000000001")]
    public void Decode_NothingEncoded_IsNothingButNoError(string coding, string hex) =>
        Assert.Equal(0, ContentCodings.Decode(coding, Convert.FromHexString(hex), 0, out _)?.Length);

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public void Decode_OneByteMoreThanMayBe_IsTooLarge(string coding)
    {
        var bomb = ContentCodings.Encode(coding, new byte[1001]);

        Assert.Null(ContentCodings.Decode(coding, bomb, 1000, out var isTooLarge));
        Assert.True(isTooLarge);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public void Decode_Garbage_IsNothing(string coding)
    {
        Assert.Null(ContentCodings.Decode(coding, Encoding.ASCII.GetBytes("{\"plain\": \"JSON\"}"), 1000, out var isTooLarge));
        Assert.False(isTooLarge);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public void Decode_HalfAMessage_IsNothing(string coding)
    {
        var whole = ContentCodings.Encode(coding, RandomNumberGenerator.GetBytes(1000));

        Assert.Null(ContentCodings.Decode(coding, whole[..(whole.Length / 2)], 1000, out var isTooLarge));
        Assert.False(isTooLarge);
    }
}
