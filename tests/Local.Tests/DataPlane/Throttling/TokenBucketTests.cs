using DirectRoute.Local.DataPlane.Throttling;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Local.Tests.DataPlane.Throttling;

public sealed class TokenBucketTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(1_000);
    private static readonly TimeSpan Start = TimeSpan.FromDays(40);

    /// <summary>A rate, a burst, and the gaps between requests in units of a hundredth of a second.</summary>
    private static readonly Gen<(double Rate, int Burst, int[] Gaps)> Case =
        from rate in Gen.Elements(0.1, 1, 3, 7.5, 100, 9_999)
        from burst in Gen.Choose(1, 40)
        from gaps in Gen.Frequency((6, Gen.Constant(0)), (3, Gen.Choose(1, 3)), (1, Gen.Choose(50, 2_000))).ListOf(200)
        select (rate, burst, gaps.ToArray());

    private static int Pass(TokenBucket bucket, double seconds, int requests) =>
        Enumerable.Range(0, requests).Count(_ => bucket.TryTake(Start + TimeSpan.FromSeconds(seconds)));

    private static int PassEvenly(TokenBucket bucket, double from, double to, int requests) =>
        Enumerable.Range(0, requests).Count(i => bucket.TryTake(Start + TimeSpan.FromSeconds(from + ((to - from) * i / requests))));

    private static TokenBucket Account() => new(10_000, 5_000, Start);

    // The examples by which AWS's guide explains the limits of accounts.

    [Fact]
    public void TryTake_TenThousandEvenlyInASecond_AllPass() => Assert.Equal(10_000, PassEvenly(Account(), 0, 1, 10_000));

    [Fact]
    public void TryTake_TenThousandAtOnce_HalfPass() => Assert.Equal(5_000, Pass(Account(), 0, 10_000));

    [Fact]
    public void TryTake_BurstThenEvenly_AllPass()
    {
        var bucket = Account();

        Assert.Equal(5_000, Pass(bucket, 0, 5_000));
        Assert.Equal(5_000, PassEvenly(bucket, 0.001, 1, 5_000));
    }

    [Fact]
    public void TryTake_SecondBurstAfterATenthOfASecond_OnlyWhatWasRefilledPasses()
    {
        var bucket = Account();

        Assert.Equal(5_000, Pass(bucket, 0, 5_000));
        Assert.Equal(1_000, Pass(bucket, 0.1, 5_000));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    public void TryTake_LimitOfZero_LetsNothingPass(double rate, int burst) => Assert.Equal(0, Pass(new(rate, burst, Start), 100, 10));

    [Fact]
    public void TryTake_ManyRequestsInAnyOrder_NeverMoreThanRateTimesTimeAndBurst() => Prop.ForAll(Case.ToArbitrary(), c =>
    {
        var bucket = new TokenBucket(c.Rate, c.Burst, Start);
        var passed = new List<double>();
        var now = 0.0;
        foreach (var gap in c.Gaps)
        {
            now += gap / 100.0;
            if (bucket.TryTake(Start + TimeSpan.FromSeconds(now))) passed.Add(now);
        }
        for (var first = 0; first < passed.Count; first++)
        {
            for (var last = first; last < passed.Count; last++)
                Assert.True(last - first + 1 <= (c.Rate * (passed[last] - passed[first])) + c.Burst + 0.01, $"{last - first + 1} in {passed[last] - passed[first]} s");
        }
    }).Check(Thorough);

    [Fact]
    public void TryTake_RefusedRequest_CostsNothing() => Prop.ForAll(Case.ToArbitrary(), c =>
    {
        var (asked, spared) = (new TokenBucket(c.Rate, c.Burst, Start), new TokenBucket(c.Rate, c.Burst, Start));
        var now = 0.0;
        foreach (var gap in c.Gaps)
        {
            now += gap / 100.0;
            var at = Start + TimeSpan.FromSeconds(now);
            var passes = asked.TryTake(at);
            while (asked.TryTake(at)) Assert.True(spared.TryTake(at));
            Assert.Equal(passes, passes && spared.TryTake(at));
        }
    }).Check(Thorough);

    [Fact]
    public async Task TryTake_ManyThreadsAtOnce_TakeEachTokenOnce()
    {
        var bucket = new TokenBucket(1, 10_000, Start);

        var passed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Pass(bucket, 0, 5_000))));

        Assert.Equal(10_000, passed.Sum());
    }
}
