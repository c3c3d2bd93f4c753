namespace DirectRoute.Testing;

public sealed class EventuallyTests
{
    [Fact]
    public async Task HoldsAsync_AConditionThatComesTrue_AsksUntilThen()
    {
        var asked = 0;

        await Eventually.HoldsAsync("the third question", () => ++asked == 3);

        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task HoldsAsync_AConditionThatStaysFalse_SaysWhatItWas()
    {
        var failure = await Assert.ThrowsAsync<TimeoutException>(() => Eventually.HoldsAsync("the moon is here", () => false, TimeSpan.Zero));

        Assert.Contains("the moon is here", failure.Message, StringComparison.Ordinal);
    }
}
