using DirectRoute.Local.DataPlane.Authorizers.Iam;

namespace DirectRoute.Local.Tests.DataPlane.Authorizers.Iam;

public sealed class SignatureRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly RequestSignature Good = new()
    {
        AccessKeyId = "AKIA",
        Date = "20260101",
        Region = "us-east-1",
        Service = "execute-api",
        Terminator = "aws4_request",
        SignedHeaders = ["host"],
        Value = "abc",
        Time = Now,
        Lifetime = SignatureReader.Skew,
    };

    [Theory]
    [InlineData(-5)]
    [InlineData(0)]
    [InlineData(5)]
    public void Fault_SignedWithinFiveMinutes_Counts(int minutes) => Assert.Null(SignatureRules.Fault(Good with { Time = Now.AddMinutes(minutes) }, "us-east-1", Now));

    [Theory]
    [InlineData(-6, "Signature expired: 20260101T115400Z is now earlier than 20260101T115500Z (20260101T120000Z - 5 min.)")]
    [InlineData(6, "Signature not yet current: 20260101T120600Z is still later than 20260101T120500Z (20260101T120000Z + 5 min.)")]
    public void Fault_SignedTooEarlyOrTooLate_SaysTheTimes(int minutes, string message)
    {
        var fault = SignatureRules.Fault(Good with { Time = Now.AddMinutes(minutes) }, "us-east-1", Now)!;

        Assert.Equal((403, "InvalidSignatureException", message), (fault.StatusCode, fault.ErrorType, fault.Message));
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public void Fault_PresignedForAnHour_CountsForAnHour(int minutes, bool counts) =>
        Assert.Equal(counts, SignatureRules.Fault(Good with { Lifetime = TimeSpan.FromHours(1) }, "us-east-1", Now.AddMinutes(minutes)) is null);

    [Fact]
    public void Fault_EveryPartOfTheScopeIsWrong_SaysEach() => Assert.Equal(
        "Credential should be scoped to a valid region, not 'eu-west-1'. Credential should be scoped to correct service: 'execute-api'. "
        + "Credential should be scoped with a valid terminator: 'aws4_request', not 'end'. "
        + "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20251231' != '20260101', from '20260101T120000Z'. "
        + "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization. ",
        SignatureRules.Fault(Good with { Region = "eu-west-1", Service = "s3", Terminator = "end", Date = "20251231", SignedHeaders = [] }, "us-east-1", Now)!.Message);
}
