using DirectRoute.Local.Publishing;

namespace DirectRoute.Local.Tests.Publishing;

public sealed class ApiIdTests
{
    [Theory]
    [InlineData("shop/orders", "orders")]
    [InlineData("shop/My-Very-Long.Name", "myvery")]
    [InlineData("shop/a", "a")]
    [InlineData("shop/Ünï-9", "n9")]
    [InlineData("", "")]
    public void Of_Key_IsTenLettersAndDigitsThatBeginWithTheName(string key, string beginning)
    {
        var id = ApiIds.Of([key])[key];

        Assert.StartsWith(beginning, id, StringComparison.Ordinal);
        Assert.Matches("^[a-z0-9]{10}$", id);
    }

    [Fact]
    public void Of_SameKey_IsTheSameIdWhateverElseThereIs() =>
        Assert.Equal(ApiIds.Of(["shop/orders"])["shop/orders"], ApiIds.Of(["shop/users", "shop/orders", "a/b"])["shop/orders"]);

    [Fact]
    public void Of_ManyKeysOfOneName_AreAllDifferent()
    {
        var keys = Enumerable.Range(0, 5_000).Select(i => $"team-{i}/orders").ToList();

        Assert.Equal(keys.Count, ApiIds.Of(keys).Values.Distinct(StringComparer.Ordinal).Count());
    }
}
