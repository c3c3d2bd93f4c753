using DirectRoute.Operator.Sync;

namespace DirectRoute.Operator.Tests.Sync;

/// <summary>Who is told of what: only of what changed.</summary>
public sealed class RegistryTests
{
    private readonly Registry<string, string> registry = new();
    private readonly List<string> told = [];

    public RegistryTests() => registry.Changed += told.Add;

    [Fact]
    public void Set_NewThenEqualThenOther_TellsOfTheFirstAndTheLast()
    {
        registry.Set("a", "1");
        registry.Set("a", new string('1', 1));
        registry.Set("a", "2");

        Assert.Equal(["a", "a"], told);
        Assert.True(registry.TryGet("a", out var value));
        Assert.Equal("2", value);
    }

    [Fact]
    public void Remove_TwiceAndUnknown_TellsOnce()
    {
        registry.Set("a", "1");
        told.Clear();

        registry.Remove("a");
        registry.Remove("a");
        registry.Remove("b");

        Assert.Equal(["a"], told);
        Assert.False(registry.TryGet("a", out _));
    }

    [Fact]
    public void Changed_SeesTheNewValue()
    {
        var seen = "";
        registry.Changed += key => seen = registry.TryGet(key, out var value) ? value : "none";

        registry.Set("a", "1");

        Assert.Equal("1", seen);
    }
}
