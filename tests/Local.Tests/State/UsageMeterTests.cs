using DirectRoute.Local.ControlPlane.Rest.UsagePlans;
using DirectRoute.Local.State;

namespace DirectRoute.Local.Tests.State;

public sealed class UsageMeterTests
{
    private const string Key = "key";
    private static readonly DateTimeOffset Monday = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly UsageMeter meter = new();

    private static UsagePlanState Plan(QuotaSettings? quota, DateTimeOffset? added = null)
    {
        var plan = new UsagePlanState(new() { Id = "plan", Quota = quota });
        return plan with { Keys = plan.Keys.Add(Key, added ?? Monday.AddYears(-1)) };
    }

    private int Count(UsagePlanState plan, DateTimeOffset now, int tries) => Enumerable.Range(0, tries).Count(_ => meter.TryCount(plan, Key, now));

    [Theory]
    [InlineData("DAY", 1)]
    [InlineData("WEEK", 6)]
    [InlineData("MONTH", 30)]
    public void TryCount_QuotaUsedUp_RefusesUntilTheNextPeriod(string period, int daysLeft)
    {
        var plan = Plan(new() { Limit = 2, Period = period });

        Assert.Equal(2, Count(plan, Monday, 5));
        Assert.Equal(0, Count(plan, Monday.AddDays(daysLeft).AddHours(-13), 5));
        Assert.Equal(2, Count(plan, Monday.AddDays(daysLeft), 5));
    }

    [Fact]
    public void TryCount_OffsetInFirstPeriod_IsSubtractedThereOnly()
    {
        var plan = Plan(new() { Limit = 3, Offset = 2, Period = "DAY" }, added: Monday.AddHours(-1));

        Assert.Equal(1, Count(plan, Monday, 5));
        Assert.Equal(3, Count(plan, Monday.AddDays(1), 5));
    }

    [Fact]
    public void TryCount_NoQuota_CountsEverything()
    {
        var plan = Plan(quota: null);

        Assert.Equal(50, Count(plan, Monday, 50));
        Assert.Equal((50, -1), meter.On(plan, Key, UsageMeter.DayOf(Monday)));
    }

    [Fact]
    public void Grant_UsedUpQuota_LeavesAsManyAsGranted()
    {
        var plan = Plan(new() { Limit = 2, Period = "WEEK" });
        Count(plan, Monday, 2);

        meter.Grant(plan, Key, 3, Monday);

        Assert.Equal((2, 3), meter.On(plan, Key, UsageMeter.DayOf(Monday)));
        Assert.Equal(3, Count(plan, Monday.AddDays(1), 9));
        Assert.Equal(2, Count(plan, Monday.AddDays(7), 9));
    }

    [Fact]
    public void On_KeyNeverUsed_ShowsTheWholeQuota() =>
        Assert.Equal((0, 7), meter.On(Plan(new() { Limit = 7, Period = "DAY" }), Key, UsageMeter.DayOf(Monday)));
}
