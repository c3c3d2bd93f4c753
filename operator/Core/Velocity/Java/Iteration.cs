namespace DirectRoute.Core.Velocity.Java;

/// <summary>What <c>#foreach</c> goes through: a list, or a map's values.</summary>
internal sealed class Iteration
{
    private readonly JavaList? list;
    private readonly JavaMap? map;
    private readonly int version;
    private readonly int mapCount;
    private int next;

    private Iteration(JavaList? list, JavaMap? map)
    {
        this.list = list;
        this.map = map;
        version = Version;
        mapCount = map?.Count ?? 0;
    }

    private int Version => list?.Version ?? map!.Version;

    /// <summary>A list is asked for its length each time, a map was asked once: so Java notices a change, or does not.</summary>
    public bool HasNext => next != (list?.Items.Count ?? mapCount);

    /// <summary>Null for what cannot be gone through, and then nothing is rendered.</summary>
    public static Iteration? Of(object? value) => value switch
    {
        JavaList list => new Iteration(list, null),
        JavaMap map => new Iteration(null, map),
        _ => null,
    };

    /// <summary>The next element; false when the list has become longer or shorter meanwhile.</summary>
    public bool TryNext(out object? item)
    {
        item = null;
        if (Version != version || !HasNext) return false;
        item = list is not null ? list.Items[next] : map!.At(next).Value;
        next++;
        return true;
    }
}
