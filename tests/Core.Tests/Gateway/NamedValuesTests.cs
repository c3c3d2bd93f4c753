using DirectRoute.Core.Gateway;

namespace DirectRoute.Core.Tests.Gateway;

public sealed class NamedValuesTests
{
    [Fact]
    public void Headers_NamesDifferInCase_AreOne()
    {
        var headers = NamedValues.Headers(("Accept", "a"), ("X", "1"), ("accept", "b"));

        Assert.Equal(["a", "b"], headers.All("ACCEPT"));
        Assert.Equal("b", headers.Last("Accept"));
        Assert.Equal("a,b", headers.Joined("Accept"));
        Assert.Equal(["Accept", "X"], headers.Names);
        Assert.Equal(NamedValues.Headers(("X", "1"), ("Accept", "c")), headers.Set("Accept", "c"));
    }

    [Fact]
    public void Query_NamesDifferInCase_AreTwo()
    {
        var query = NamedValues.Query(("a", "1"), ("A", "2"));

        Assert.Equal("1", query.Last("a"));
        Assert.Equal(NamedValues.Query(("A", "2")), query.Remove("a"));
        Assert.Null(query.Joined("b"));
    }
}
