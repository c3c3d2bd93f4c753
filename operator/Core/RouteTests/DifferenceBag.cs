using DirectRoute.Core.Collections;

namespace DirectRoute.Core.RouteTests;

/// <summary>Collects the first differences of one test.</summary>
internal sealed class DifferenceBag
{
    private const int Most = 20;
    private readonly List<Difference> items = [];

    public ValueList<Difference> Items => items.ToValueList();

    public void Add(string field, string message) => Add(new Difference(field, message));

    public void Add(string field, string expected, string actual) => Add(Difference.Of(field, expected, actual));

    public void Add(Difference difference)
    {
        if (items.Count < Most) items.Add(difference);
    }
}
