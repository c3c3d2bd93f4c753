using DirectRoute.Core.Collections;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Core.Tests.Collections;

/// <summary>A map against the framework's own sorted one.</summary>
public sealed class ValueMapTests
{
    private static readonly Arbitrary<(string Key, int Value)[]> Entries =
        (from key in Gen.Elements("", "a", "A", "ab", "b", "é", "zz") from value in Gen.Choose(0, 3) select (key, value)).ArrayOf().ToArbitrary();

    [Fact]
    public void Of_AnyEntries_HoldsTheLastOfEachKeyInOrdinalOrder() => Prop.ForAll(Entries, entries =>
    {
        var expected = Reference(entries);

        Assert.Equal(expected, ValueMap.Of(entries));
        Assert.Equal(expected, entries.Select(e => KeyValuePair.Create(e.Key, e.Value)).ToValueMap());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void With_AnyEntries_IsWhatTheWholeMapIs() => Prop.ForAll(Entries, entries =>
    {
        var map = entries.Aggregate(default(ValueMap<int>), (m, e) => m.With(e.Key, e.Value));

        Assert.Equal(ValueMap.Of(entries), map);
        Assert.Equal(ValueMap.Of(entries).GetHashCode(), map.GetHashCode());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Without_AnyKey_HasAllOthers() => Prop.ForAll(Entries, entries =>
    {
        foreach (var key in (string[])["a", "missing"])
        {
            var expected = Reference(entries);
            expected.Remove(key);

            Assert.Equal(expected, ValueMap.Of(entries).Without(key));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void TryGetValue_AnyKey_FindsWhatIsThere() => Prop.ForAll(Entries, entries =>
    {
        var (map, expected) = (ValueMap.Of(entries), Reference(entries));
        foreach (var key in (string[])["", "a", "A", "ab", "b", "é", "zz", "missing"])
        {
            Assert.Equal(expected.TryGetValue(key, out var value), map.TryGetValue(key, out var found));
            Assert.Equal(value, found);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Item_MissingKey_NamesIt() =>
        Assert.Contains("\"x\"", Assert.Throws<KeyNotFoundException>(() => ValueMap.Of(("a", 1))["x"]).Message, StringComparison.Ordinal);

    private static SortedDictionary<string, int> Reference((string Key, int Value)[] entries)
    {
        var map = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, value) in entries) map[key] = value;
        return map;
    }
}
