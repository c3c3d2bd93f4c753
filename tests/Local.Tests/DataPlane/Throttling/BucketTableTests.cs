using DirectRoute.Local.DataPlane.Throttling;

namespace DirectRoute.Local.Tests.DataPlane.Throttling;

public sealed class BucketTableTests
{
    private readonly BucketTable table = new();

    [Fact]
    public void TryTake_TwoUsers_HaveALimitEach()
    {
        var limit = new ThrottleLimit(new(), 1, 1);

        Assert.True(table.TryTake(limit, "a", TimeSpan.Zero));
        Assert.True(table.TryTake(limit, "b", TimeSpan.Zero));
        Assert.False(table.TryTake(limit, "a", TimeSpan.Zero));
    }

    [Fact]
    public void TryTake_OtherSettings_BeginAnew()
    {
        Assert.True(table.TryTake(new(new(), 1, 1), "a", TimeSpan.Zero));
        Assert.True(table.TryTake(new(new(), 1, 1), "a", TimeSpan.Zero));
    }

    /// <summary>Forgetting is to bound memory, and must not give anybody tokens.</summary>
    [Fact]
    public void TryTake_Crowd_ForgetsOnlyThoseWhoUsedNothingLately()
    {
        var limit = new ThrottleLimit(new(), 1, 2);
        for (var i = 0; i < 10_000; i++) table.TryTake(limit, $"early {i}", TimeSpan.Zero);
        var later = TimeSpan.FromSeconds(60);
        Assert.True(table.TryTake(limit, "late", later));
        Assert.True(table.TryTake(limit, "late", later));

        for (var i = 0; i < 10_001; i++) table.TryTake(limit, $"later {i}", later);

        Assert.False(table.TryTake(limit, "late", later));
        Assert.True(table.TryTake(limit, "early 1", later));
    }
}
